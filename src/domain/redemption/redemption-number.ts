const NUMBER_CHARACTERS = 8;

/** The end of a redemption's id, short enough to read out to the shop. */
export function numberOf(redemptionId: string): string {
  return redemptionId.slice(-NUMBER_CHARACTERS).toUpperCase();
}

/**
 * A number as heard or typed, as the id ends: spaces and hyphens left out, and digits for the letters that
 * ids do not have. Null where it is none.
 */
export function readNumber(typed: string): string | null {
  const text = typed.replace(/[\s-]/g, '').toLowerCase().replaceAll('o', '0').replace(/[il]/g, '1');
  return /^[0-9a-hjkmnp-tv-z]{8}$/.test(text) ? text : null;
}
