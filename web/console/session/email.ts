/** Enough of an e-mail address to be worth sending; the code that arrives is the proof. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}
