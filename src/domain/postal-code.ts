/** Where a parcel does not arrive without one. */
const NEEDED = new Set([
  'US',
  'CA',
  'GB',
  'AU',
  'NZ',
  'DE',
  'FR',
  'NL',
  'BE',
  'ES',
  'PT',
  'IT',
  'CH',
  'AT',
  'SE',
  'NO',
  'DK',
  'FI',
  'JP',
  'SG',
]);

/** Whether an address in that country must have a postcode. */
export function needsPostalCode(country: string): boolean {
  return NEEDED.has(country);
}
