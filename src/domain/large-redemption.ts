const HOUR_MS = 3_600_000;

/** What costs more than this is not left to a session alone: whoever found a phone unlocked spends so much at most. */
export const PROOF_ABOVE_POINTS = 2_000;

/** A code typed on this device so lately stands for the next large redemption too. */
export const CODE_FRESH_MS = 12 * HOUR_MS;

/** A device on which a large redemption was proved is known from then on, as long as she stays signed in. */
export const DEVICE_KNOWN_MS = 180 * 24 * HOUR_MS;

/** Whether a redemption of so many points asks for a code first. */
export function needsProof(points: number, provedUntilMs: number | null, nowMs: number): boolean {
  return points > PROOF_ABOVE_POINTS && (provedUntilMs === null || provedUntilMs <= nowMs);
}

/** Enough of an address to know it again, too little to learn it: "l•••@example.com", "+86 •••• 8000". */
export function maskedContact(contact: string): string {
  const at = contact.lastIndexOf('@');
  if (at > 0) return `${[...contact][0]}•••${contact.slice(at)}`;
  return `${contact.slice(0, 3)} •••• ${contact.slice(-4)}`;
}
