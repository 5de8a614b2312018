import { readFileSync } from 'node:fs';
import type { RewardAnswer } from '../../src/features/catalogue/schemas.ts';
import type { DemoTarget } from './demo.ts';
import type { DemoReward, DemoShop } from './shop.ts';
import { codeSentTo, Visitor } from './visitor.ts';

/** Printed and written to demo.json: it opens demo shops on one machine and nothing else. */
export const DEMO_PASSWORD = 'pointmall demo';

const SCOPES = [
  'orders:write',
  'members:read',
  'members:write',
  'programme:read',
  'programme:write',
  'rewards:read',
  'redemptions:read',
];

export type OpenShop = {
  shop: DemoShop;
  /** The owner, signed in to the console. */
  owner: Visitor;
  ownerEmail: string;
  apiKey: string;
  /** Ids in the order of the shelf. */
  rewardIds: string[];
};

type Me = { user: { emailVerified: boolean }; tenant: object | null };

/** What the merchant does: signs up, says how points are earned, puts three rewards on the shelf, opens. */
export async function openShop(target: DemoTarget, shop: DemoShop): Promise<OpenShop> {
  const owner = new Visitor(target, 'console');
  const ownerEmail = `owner@${shop.slug}.example`;
  await signUp(target, owner, ownerEmail, shop);
  const act = { key: `demo-${shop.slug}` };
  const { pointsName, contact } = shop;
  await owner.ask('/api/tenant', {
    method: 'PATCH',
    json: { pointsName, contact },
    key: `${act.key}-settings`,
  });
  await owner.ask('/api/programme', { method: 'PUT', json: shop.programme, key: `${act.key}-programme` });
  const rewardIds: string[] = [];
  for (const [index, reward] of shop.rewards.entries()) {
    rewardIds.push(await shelve(owner, reward, `${act.key}-reward-${index}`));
  }
  await owner.ask('/api/tenant/open', { method: 'POST', key: `${act.key}-open` });
  // A key is shown once: after an interrupted first start another one is made.
  const made = await owner.ask<{ key: string }>('/api/api-keys', {
    json: { name: shop.locale === 'zh-TW' ? '網店' : '网店', scopes: SCOPES },
    key: crypto.randomUUID(),
  });
  return { shop, owner, ownerEmail, apiKey: made.key, rewardIds };
}

async function signUp(target: DemoTarget, owner: Visitor, email: string, shop: DemoShop): Promise<void> {
  const account = { name: shop.ownerName, email, password: DEMO_PASSWORD };
  const created = await owner.send('/api/auth/sign-up/email', { json: account });
  if (created.status >= 300) await owner.ask('/api/auth/sign-in/email', { json: account });
  const me = await owner.ask<Me>('/api/me');
  if (!me.user.emailVerified) {
    const otp = await codeSentTo(target, email);
    await owner.ask('/api/auth/email-otp/verify-email', { json: { email, otp } });
  }
  if (me.tenant) return;
  const { name, slug, industry, currency, timeZone, locale } = shop;
  const json = { name, slug, industry, currency, timeZone, locale };
  await owner.ask('/api/tenants', { json, key: `demo-${slug}-tenant` });
}

async function shelve(owner: Visitor, { picture, ...draft }: DemoReward, key: string): Promise<string> {
  const { id } = await owner.ask<RewardAnswer>('/api/rewards', { json: draft, key: `${key}-save` });
  const bytes = readFileSync(new URL(`./pictures/${picture}`, import.meta.url));
  await owner.ask(`/api/rewards/${id}/picture`, { method: 'PUT', bytes, key: `${key}-picture` });
  await owner.ask(`/api/rewards/${id}/publish`, { method: 'POST', key: `${key}-publish` });
  return id;
}
