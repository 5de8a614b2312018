import { readFileSync } from 'node:fs';
import type { RewardAnswer } from '../../src/features/catalogue/schemas.ts';
import { connectStripe } from './cash.ts';
import type { DemoTarget } from './demo.ts';
import { designShop } from './design-shop.ts';
import type { DemoReward, DemoShop } from './shop.ts';
import { type Colleague, enterConsole, hire } from './staff.ts';
import type { Visitor } from './visitor.ts';

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
  /** Signed in to the console. */
  manager: Visitor;
  clerk: Visitor;
  staff: Colleague[];
  apiKey: string;
  /** Ids in the order of the shelf. */
  rewardIds: string[];
};

/** What the merchant does: signs up, says how points are earned, puts three rewards on the shelf, opens, hires. */
export async function openShop(target: DemoTarget, shop: DemoShop): Promise<OpenShop> {
  const addressOf = (role: Colleague['role']) => `${role}@${shop.slug}.example`;
  const ownerEmail = addressOf('owner');
  const owner = await enterConsole(target, { name: shop.staffNames.owner, email: ownerEmail });
  await found(owner, shop);
  const act = { key: `demo-${shop.slug}` };
  const { pointsName, contact } = shop;
  await owner.ask('/api/tenant', { method: 'PATCH', json: { contact }, key: `${act.key}-settings` });
  await designShop(owner, { pointsName }, `${act.key}-design`);
  await owner.ask('/api/programme', { method: 'PUT', json: shop.programme, key: `${act.key}-programme` });
  if (shop.cash.counter) {
    const json = { enabled: true };
    await owner.ask('/api/payments/counter', { method: 'PUT', json, key: `${act.key}-counter` });
  }
  if (shop.cash.country && target.hasStandIn) await connectStripe(target, owner, shop.cash.country);
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
  const invite = (role: 'manager' | 'clerk') => {
    const person = { name: shop.staffNames[role], email: addressOf(role) };
    return hire(target, owner, { ...person, role, key: `${act.key}-${role}` });
  };
  const manager = await invite('manager');
  const clerk = await invite('clerk');
  const staff: Colleague[] = [{ role: 'owner', email: ownerEmail, visitor: owner }, manager, clerk];
  return { shop, manager: manager.visitor, clerk: clerk.visitor, staff, apiKey: made.key, rewardIds };
}

async function found(owner: Visitor, shop: DemoShop): Promise<void> {
  const me = await owner.ask<{ tenant: object | null }>('/api/me');
  if (me.tenant) return;
  const { name, slug, industry, currency, timeZone, locale } = shop;
  const json = { name, slug, industry, currency, timeZone, locale };
  await owner.ask('/api/tenants', { json, key: `demo-${slug}-tenant` });
}

async function shelve(owner: Visitor, { picture, ...draft }: DemoReward, key: string): Promise<string> {
  const { id } = await owner.ask<RewardAnswer>('/api/rewards', { json: draft, key: `${key}-save` });
  const bytes = readFileSync(new URL(`../../web/pictures/${picture}`, import.meta.url));
  await owner.ask(`/api/rewards/${id}/picture`, { method: 'PUT', bytes, key: `${key}-picture` });
  await owner.ask(`/api/rewards/${id}/publish`, { method: 'POST', key: `${key}-publish` });
  return id;
}
