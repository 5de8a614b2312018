/** How somebody came back from Stripe: through its page's end, or because the page could not be opened. */
export type PaymentsSearch = { from?: 'stripe' | 'expired' };

export function paymentsSearch(address: Record<string, unknown>): PaymentsSearch {
  const { from } = address;
  return from === 'stripe' || from === 'expired' ? { from } : {};
}
