import { CASH_MINOR, MemoryShop, STAFF } from './memory-shop.ts';

/** A redemption whose member looks at the page to pay at. */
export async function opened(): Promise<MemoryShop> {
  const shop = new MemoryShop();
  await shop.advance();
  return shop;
}

export async function paid(): Promise<MemoryShop> {
  const shop = await opened();
  shop.stripe.pay(sessionOf(shop));
  await shop.advance(true);
  return shop;
}

export const sessionOf = ({ payment }: MemoryShop) => payment.sessionId ?? '';

/** State of redemption and payment, the cash that is the shop's, the points that are the member's. */
export const standing = (shop: MemoryShop) => [
  shop.redemption.state,
  shop.payment.state,
  shop.stripe.keptMinor(),
  shop.balancePoints,
];

export const CONFIRMED = ['confirmed', 'paid', CASH_MINOR, 3_000];
export const UNDONE = ['undone', 'closed', 0, 5_000];
export const CANCELLED = ['cancelled', 'paid', 0, 5_000];
export const RETURNED = ['undone', 'paid', 0, 5_000];

export const refunds = ({ payment }: MemoryShop) =>
  payment.refunds.map(({ amountMinor, state, because }) => [because, amountMinor, state]);

export const staffRefund = (shop: MemoryShop, amountMinor: number) =>
  shop.pay({ kind: 'refund_asked', amountMinor, by: STAFF });
