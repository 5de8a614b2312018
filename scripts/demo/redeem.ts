import { createHash } from 'node:crypto';
import { payByCard } from './cash.ts';
import type { DemoTarget } from './demo.ts';
import type { OpenShop } from './open-shop.ts';
import type { DemoRedemption, DemoShop } from './shop.ts';
import type { Customer } from './trade.ts';
import { codeSentTo, Visitor } from './visitor.ts';

/** A redemption on its way: the steps that the shop still has to take. */
export type Underway = { customer: Customer; redemptionId: string; steps: Step[] };
type Step = 'prepare_and_ship' | 'receive' | 'use';

const STEPS: Record<DemoRedemption['state'], Step[]> = {
  to_pay: [],
  confirmed: [],
  issued: [],
  shipped: ['prepare_and_ship'],
  received: ['prepare_and_ship', 'receive'],
  used: ['use'],
};

export async function signIn(target: DemoTarget, { shop }: OpenShop, { email }: Customer): Promise<Visitor> {
  const member = new Visitor(target, shop.slug);
  const asked = await member.send('/sign-in', { form: { identifier: email, to: '/' } });
  if (asked.status !== 303) throw new Error(`sign-in of ${email} answered ${asked.status}`);
  const code = await codeSentTo(target, email);
  const opened = await member.send('/sign-in/code', { form: { identifier: email, code, to: '/' } });
  if (opened.status !== 303) throw new Error(`the code of ${email} answered ${opened.status}`);
  return member;
}

/** What a member does on the mall's pages, and pays if she is to. */
export async function redeem(
  target: DemoTarget,
  open: OpenShop,
  { customer, index, member }: { customer: Customer; index: number; member: Visitor },
): Promise<Underway> {
  const { shop } = open;
  const { person } = customer;
  const wanted = person.redeemed[index];
  const rewardId = wanted && open.rewardIds[wanted.reward];
  if (!rewardId) throw new Error(`${shop.slug} has no ${wanted?.reward} on its shelf`);
  const { points, state } = wanted;
  const path = `/rewards/${rewardId}/confirm`;
  const page = await member.send(points ? `${path}?points=${points}` : path);
  const isOnline = page.text.includes('value="online"');
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
  const address = {
    recipientName: person.displayName,
    phone: person.phone,
    line2: '',
    ...shop.addressOf(index),
  };
  const made = await member.send(path, {
    form: {
      // Named by us, so that an interrupted first start may be run again.
      idempotencyKey: `demo-${shop.slug}-${person.handle}-${index}`,
      priceVersion: hidden('priceVersion'),
      pointsEach: hidden('pointsEach'),
      cashEachMinor: hidden('cashEachMinor'),
      ...(points && { payment: isOnline ? 'online' : 'counter' }),
      ...(page.text.includes('name="line1"') && address),
    },
  });
  const redemptionId = /\/redemptions\/(rdm_[0-9a-z]+)/.exec(made.location ?? '')?.[1];
  if (!redemptionId) {
    throw new Error(`${person.handle} at ${shop.slug}: redeeming ${wanted.reward} answered ${made.status}`);
  }
  if (points && state !== 'to_pay') await payByCard(target, member, redemptionId);
  return { customer, redemptionId, steps: [...STEPS[state]] };
}

/** What the shop does next with a redemption, one thing a day: the manager ships, the clerk stands at the counter. */
export async function handle({ shop, clerk, manager }: OpenShop, underway: Underway): Promise<void> {
  const { customer, redemptionId, steps } = underway;
  const path = `/api/redemptions/${customer.memberId}/${redemptionId}`;
  const key = `demo-${shop.slug}-${customer.person.handle}-${redemptionId}`;
  switch (steps.shift()) {
    case 'prepare_and_ship': {
      const parcel = {
        carrier: shop.carrier.name,
        trackingNumber: trackingNumber(shop.carrier, redemptionId),
      };
      await manager.ask(`${path}/prepare`, { method: 'POST', key: `${key}-prepare` });
      await manager.ask(`${path}/ship`, { json: parcel, key: `${key}-ship` });
      return;
    }
    case 'receive':
      await clerk.ask(`${path}/receive`, { method: 'POST', key: `${key}-receive` });
      return;
    case 'use': {
      const { voucher } = await clerk.ask<{ voucher: { code: string } }>(path);
      await clerk.ask(`/api/vouchers/${voucher.code}/use`, { method: 'POST', key: `${key}-use` });
    }
  }
}

/** A number of the kind that the carrier gives, always the same for the same redemption. */
function trackingNumber({ numberPrefix, numberDigits }: DemoShop['carrier'], redemptionId: string): string {
  const digest = createHash('sha256').update(redemptionId).digest('hex').slice(0, 14);
  const digits = BigInt(`0x${digest}`).toString().padStart(numberDigits, '0').slice(-numberDigits);
  return `${numberPrefix}${digits}`;
}
