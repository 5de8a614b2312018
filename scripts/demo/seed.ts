import type { Demo, DemoTarget } from './demo.ts';
import { type OpenShop, openShop } from './open-shop.ts';
import { redeemAll } from './redeem.ts';
import type { DemoShop } from './shop.ts';
import { lamplight } from './shops/lamplight.ts';
import { mianyu } from './shops/mianyu.ts';
import { mutang } from './shops/mutang.ts';
import { DEMO_PASSWORD } from './staff.ts';
import { type Customer, trade } from './trade.ts';

/**
 * Makes the demo shops by the product's own commands, over HTTP. Figures come from a seed and dates
 * from today. Runs once per state folder; interrupted, it may be run again and finishes what is undone.
 */
export async function seedDemo(target: DemoTarget): Promise<Demo> {
  const startedMs = Date.now();
  const made = await Promise.all([mianyu, mutang, lamplight].map((shop) => make(target, shop, startedMs)));
  return {
    signIns: made.flatMap(({ signIns }) => signIns),
    members: made.flatMap(({ members }) => members),
    apiKeys: made.flatMap(({ apiKeys }) => apiKeys),
  };
}

async function make(target: DemoTarget, shop: DemoShop, nowMs: number): Promise<Demo> {
  const open = await openShop(target, shop);
  const customers = await trade(target, open, nowMs);
  await redeemAll(target, open, customers);
  target.say(`${shop.name}: ${shop.rewards.length} rewards, ${customers.length} members, 20 orders`);
  return tell(target, open, customers);
}

function tell({ rootHost }: DemoTarget, { shop, staff, apiKey }: OpenShop, customers: Customer[]): Demo {
  return {
    signIns: staff.map(({ role, email }) => ({
      shop: shop.name,
      role,
      address: `http://console.${rootHost}/`,
      user: email,
      password: DEMO_PASSWORD,
    })),
    members: customers.map(({ person }) => ({
      shop: shop.name,
      address: `http://${shop.slug}.${rootHost}/`,
      name: person.displayName,
      signInWith: person.phone,
    })),
    apiKeys: [{ shop: shop.name, name: 'orders', key: apiKey }],
  };
}
