const NUMBER_CHARACTERS = 8;

/** The end of a redemption's id, short enough to read out to the shop. */
export function numberOf(redemptionId: string): string {
  return redemptionId.slice(-NUMBER_CHARACTERS).toUpperCase();
}
