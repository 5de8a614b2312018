import type { TemplateReward } from '../../src/domain/template/template.ts';
import { templateOf } from '../../src/domain/template/template-of.ts';
import { connectStripe } from './cash.ts';
import type { DemoTarget } from './demo.ts';
import { design, fillShelf } from './furnish.ts';
import type { StoryLength } from './moments.ts';
import type { DemoShop } from './shop.ts';
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

export type FoundedShop = {
  shop: DemoShop;
  /** When the story is told: it begins months before. */
  nowMs: number;
  /** Signed in to the console. */
  owner: Visitor;
  manager: Visitor;
  clerk: Visitor;
  staff: Colleague[];
  apiKey: string;
};
export type OpenShop = FoundedShop & {
  /** Ids by the template's keys. */
  rewardIds: Record<string, string>;
};

/** The owner signs up and hires: both are proved by what is sent today, whenever the story begins. */
export async function foundShop(target: DemoTarget, shop: DemoShop, nowMs: number): Promise<FoundedShop> {
  const addressOf = (role: Colleague['role']) => `${role}@${shop.slug}.example`;
  const ownerEmail = addressOf('owner');
  const owner = await enterConsole(target, { name: shop.staffNames.owner, email: ownerEmail });
  const me = await owner.ask<{ tenant: object | null }>('/api/me');
  if (!me.tenant) {
    const { name, slug, industry, currency, timeZone, locale } = shop;
    const json = { name, slug, industry, currency, timeZone, locale };
    await owner.ask('/api/tenants', { json, key: `demo-${slug}-tenant` });
  }
  // A key is shown once: after an interrupted first start another one is made.
  const made = await owner.ask<{ key: string }>('/api/api-keys', {
    json: { name: shop.locale === 'zh-TW' ? '網店' : '网店', scopes: SCOPES },
    key: crypto.randomUUID(),
  });
  const invite = (role: 'manager' | 'clerk') => {
    const person = { name: shop.staffNames[role], email: addressOf(role) };
    return hire(target, owner, { ...person, role, key: `demo-${shop.slug}-${role}` });
  };
  const manager = await invite('manager');
  const clerk = await invite('clerk');
  const staff: Colleague[] = [{ role: 'owner', email: ownerEmail, visitor: owner }, manager, clerk];
  return { shop, nowMs, owner, manager: manager.visitor, clerk: clerk.visitor, staff, apiKey: made.key };
}

/** What the owner does before the first customer: says how points are earned, fills the shelf, opens. */
export async function openShop(
  target: DemoTarget,
  founded: FoundedShop,
  length: StoryLength,
): Promise<OpenShop> {
  const { shop, owner, nowMs } = founded;
  const template = templateOf(shop.industry, shop);
  const key = `demo-${shop.slug}`;
  const { signUpBonus, visitPoints, baseRate, categoryRates, daysUntilEntry, expiry } = template;
  const programme = {
    signUpBonus,
    ...(visitPoints && { visitPoints }),
    baseRate,
    categoryRates,
    daysUntilEntry,
    expiry,
    clawback: 'owe',
    graceDays: 7,
    openHoldsMax: 10,
  };
  await owner.ask('/api/tenant', {
    method: 'PATCH',
    json: { contact: shop.contact },
    key: `${key}-settings`,
  });
  await owner.ask('/api/programme', { method: 'PUT', json: programme, key: `${key}-programme` });
  if (shop.cash.counter) {
    const json = { enabled: true };
    await owner.ask('/api/payments/counter', { method: 'PUT', json, key: `${key}-counter` });
  }
  if (shop.cash.country && target.hasStandIn) await connectStripe(target, owner, shop.cash.country);
  const needed = neededBy(shop);
  const rewards = template.rewards.filter((reward) => length === 'full' || needed.has(reward.key));
  const rewardIds = await fillShelf(owner, shop, { rewards, nowMs });
  await design(owner, shop, template);
  await owner.ask('/api/tenant/open', { method: 'POST', key: `${key}-open` });
  return { ...founded, rewardIds };
}

/** The rewards without which the named people's stories cannot be told. */
function neededBy(shop: DemoShop): Set<TemplateReward['key']> {
  return new Set(shop.people.flatMap(({ redeemed }) => redeemed.map(({ reward }) => reward)));
}
