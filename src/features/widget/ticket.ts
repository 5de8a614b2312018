/** 192 bits: nobody finds one by trying in a minute, and its hash needs no salt. */
export const TICKET_BYTES = 24;

/** The text of a ticket, or null where it can't be one. */
export function readTicket(text: string | null | undefined): string | null {
  return text && /^[\w-]{32}$/.test(text) ? text : null;
}
