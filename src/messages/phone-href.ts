/** A number as a phone dials it: without the spaces and signs that people read it by. */
export function phoneHref(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}
