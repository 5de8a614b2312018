import type { PaymentSettings } from '../../src/features/payments/schemas.ts';
import type { DemoTarget } from './demo.ts';
import type { Visitor } from './visitor.ts';

/** Connects an account at Stripe's stand-in, and answers there what a merchant would be asked. */
export async function connectStripe(target: DemoTarget, owner: Visitor, country: string): Promise<void> {
  const { chargesEnabled } = await owner.ask<PaymentSettings>('/api/payments');
  if (chargesEnabled) return;
  const key = `demo-connect-${crypto.randomUUID()}`;
  const page = await owner.ask<{ url: string }>('/api/payments/onboarding', { json: { country }, key });
  // Stripe's page takes what is handed in on it once it was opened.
  await target.fetch(page.url);
  await press(target, page.url, { action: 'complete' });
  await owner.ask('/api/payments/refresh', { method: 'POST', key: `${key}-refresh` });
}

/** Pays an order by card, as far as it still is to be paid. */
export async function payByCard(target: DemoTarget, member: Visitor, redemptionId: string): Promise<void> {
  const order = await member.send(`/redemptions/${redemptionId}`);
  const url = /href="([^"]*\/c\/pay\/[^"]*)"/.exec(order.text)?.[1];
  if (!url) return;
  await press(target, url, { action: 'pay', card: 'pays', email: 'payer@example.com' });
  await member.send(`/redemptions/${redemptionId}/paid`);
}

/** Sends the one form of a page of the stand-in's. */
async function press(target: DemoTarget, url: string, form: Record<string, string>): Promise<void> {
  const answer = await target.fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams(form)),
  });
  if (answer.status !== 303) throw new Error(`the stand-in's page answered ${answer.status}`);
}
