/** The code that a voucher's QR code brought along, kept in the page's address. */
export function verifySearch(address: Record<string, unknown>): { code?: string } {
  const { code } = address;
  // The router reads digits in an address as a number.
  const text = typeof code === 'string' || typeof code === 'number' ? String(code).trim() : '';
  return text === '' ? {} : { code: text.slice(0, 200) };
}
