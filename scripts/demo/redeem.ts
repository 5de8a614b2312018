import { createHash } from 'node:crypto';
import { payByCard } from './cash.ts';
import type { DemoTarget } from './demo.ts';
import type { OpenShop } from './open-shop.ts';
import type { DemoPerson, DemoShop } from './shop.ts';
import { type Customer, orderNumber } from './trade.ts';
import { codeSentTo, Visitor } from './visitor.ts';

type Redeemed = DemoPerson['redeemed'][number];

/** What members do on the mall's pages, and what the shop then does with each redemption. */
export async function redeemAll(target: DemoTarget, open: OpenShop, customers: Customer[]): Promise<void> {
  for (const customer of customers) {
    if (customer.person.redeemed.length === 0) continue;
    const member = await signIn(target, open, customer);
    for (const [index, redeemed] of customer.person.redeemed.entries()) {
      const redemptionId = await redeem(member, open, customer, redeemed, index);
      if (redeemed.points && redeemed.state !== 'to_pay') await payByCard(target, member, redemptionId);
      await fulfil(open, customer, redemptionId, redeemed.state);
    }
  }
  await returnPart(target, open);
}

async function signIn(target: DemoTarget, { shop }: OpenShop, { email }: Customer): Promise<Visitor> {
  const member = new Visitor(target, shop.slug);
  const asked = await member.send('/sign-in', { form: { identifier: email, to: '/' } });
  if (asked.status !== 303) throw new Error(`sign-in of ${email} answered ${asked.status}`);
  const code = await codeSentTo(target, email);
  const opened = await member.send('/sign-in/code', { form: { identifier: email, code, to: '/' } });
  if (opened.status !== 303) throw new Error(`the code of ${email} answered ${opened.status}`);
  return member;
}

async function redeem(
  member: Visitor,
  { shop, rewardIds }: OpenShop,
  { person }: Customer,
  { reward, points }: Redeemed,
  index: number,
): Promise<string> {
  const path = `/rewards/${rewardIds[reward]}/confirm`;
  const page = await member.send(points ? `${path}?points=${points}` : path);
  const isOnline = page.text.includes('value="online"');
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
  const made = await member.send(path, {
    form: {
      // Named by us, so that an interrupted first start may be run again.
      idempotencyKey: `demo-${shop.slug}-${person.handle}-${index}`,
      priceVersion: hidden('priceVersion'),
      pointsEach: hidden('pointsEach'),
      cashEachMinor: hidden('cashEachMinor'),
      ...(points && { payment: isOnline ? 'online' : 'counter' }),
      recipientName: person.displayName,
      phone: person.phone,
      line2: '',
      ...shop.addressOf(index),
    },
  });
  const redemptionId = /\/redemptions\/(rdm_[0-9a-z]+)/.exec(made.location ?? '')?.[1];
  if (!redemptionId) throw new Error(`${person.handle} at ${shop.slug}: redeeming answered ${made.status}`);
  return redemptionId;
}

async function fulfil(
  { shop, clerk }: OpenShop,
  { person, memberId }: Customer,
  redemptionId: string,
  state: Redeemed['state'],
): Promise<void> {
  if (state === 'confirmed' || state === 'to_pay') return;
  const path = `/api/redemptions/${memberId}/${redemptionId}`;
  const key = `demo-${shop.slug}-${person.handle}-${redemptionId}`;
  const parcel = { carrier: shop.carrier.name, trackingNumber: trackingNumber(shop.carrier, redemptionId) };
  await clerk.ask(`${path}/prepare`, { method: 'POST', key: `${key}-prepare` });
  await clerk.ask(`${path}/ship`, { json: parcel, key: `${key}-ship` });
  if (state === 'received') await clerk.ask(`${path}/receive`, { method: 'POST', key: `${key}-receive` });
}

/** A number of the kind that the carrier gives, always the same for the same redemption. */
function trackingNumber({ numberPrefix, numberDigits }: DemoShop['carrier'], redemptionId: string): string {
  const digest = createHash('sha256').update(redemptionId).digest('hex').slice(0, 14);
  const digits = BigInt(`0x${digest}`).toString().padStart(numberDigits, '0').slice(-numberDigits);
  return `${numberPrefix}${digits}`;
}

/** A purchase whose points are spent already comes back in part: the member now owes some. */
async function returnPart(target: DemoTarget, { shop, apiKey }: OpenShop): Promise<void> {
  const { handle, returnedMinor } = shop.spentAndReturned;
  const server = new Visitor(target, 'api');
  await server.ask(`/v1/orders/web/${orderNumber(shop, handle, 1)}/refunds`, {
    json: { refundId: `${handle}-return`, lines: [{ lineId: '1', amountMinor: returnedMinor }] },
    bearer: apiKey,
    key: `demo-${shop.slug}-return`,
  });
}
