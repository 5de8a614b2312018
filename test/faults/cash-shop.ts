import type { ServerAddress } from '../support/server.ts';
import type { Member } from './member.ts';
import { type Mix, openShop, publishReward, type Reward, type Shop } from './shop.ts';

/** 20 points, or 10 and ¥10.00. */
const POINTS_EACH = 20;
export const MIX: Mix = { pointsMin: 10, cashMinor: 1_000 };

/** A shop that takes cards, with one reward whose price may be paid partly in cash. */
export type CashShop = Shop & { accountId: string; reward: Reward };

/** How Stripe, or its stand-in, is told what an account's owner does there. */
type Control = (path: string, body: unknown) => Promise<unknown>;

export async function openCashShop(
  server: ServerAddress,
  control: Control,
  wanted: { members: number; givenPoints: number; units: number },
): Promise<CashShop> {
  const shop = await openShop(server, wanted);
  const { url } = await shop.owner.json<{ url: string }>('/api/payments/onboarding', {
    json: { country: 'HK' },
  });
  const accountId = /acct_\w+/.exec(url)?.[0];
  if (!accountId) throw new Error(`no account in ${url}`);
  await control(`accounts/${accountId}/onboard`, {});
  await shop.owner.json('/api/payments/refresh', { method: 'POST' });
  const reward = await publishReward(shop, POINTS_EACH, wanted.units, MIX);
  return { ...shop, accountId, reward };
}

/** A redemption as its member's account has it now; the public API finds one once it is projected. */
export function redemptionNow<Shown extends { state: string }>(
  { owner }: Shop,
  member: Member,
  redemptionId: string,
): Promise<Shown> {
  return owner.json<Shown>(`/api/redemptions/${member.id}/${redemptionId}`);
}
