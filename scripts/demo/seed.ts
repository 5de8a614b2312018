import type { Demo, DemoTarget } from './demo.ts';
import { countDown } from './furnish.ts';
import { beginLife, type Life, live, STRANGER } from './live.ts';
import { days, HOUR_MS, momentsOf, type StoryLength } from './moments.ts';
import { foundShop, type OpenShop, openShop } from './open-shop.ts';
import { lamplight } from './shops/lamplight.ts';
import { mianyu } from './shops/mianyu.ts';
import { mutang } from './shops/mutang.ts';
import { DEMO_PASSWORD } from './staff.ts';
import { thingsToTry } from './things-to-try.ts';
import { addressOf } from './trade.ts';

/**
 * Makes the demo shops by the product's own commands, over HTTP: the clock is set back to the months in
 * which things happened, and is right again at the end. Figures come from a seed, dates from `nowMs`.
 * Runs once per state folder; interrupted, it may be run again with the same `nowMs`.
 */
export async function seedDemo(
  target: DemoTarget,
  { nowMs, length }: { nowMs: number; length: StoryLength },
): Promise<Demo> {
  try {
    await target.moveClock(0);
    const founded = await Promise.all(
      [mianyu, mutang, lamplight].map((shop) => foundShop(target, shop, nowMs)),
    );
    const moments = momentsOf(length);
    const [first = 0] = moments;
    // The shops open a day before anybody comes.
    await target.moveClock(nowMs - (first + days(1)) * HOUR_MS - Date.now());
    const open = await Promise.all(founded.map((each) => openShop(target, each, length)));
    const shops = open.map((each) => ({ open: each, life: beginLife(each, length) }));
    for (const moment of moments) {
      await target.moveClock(moment === 0 ? 0 : nowMs - moment * HOUR_MS - Date.now());
      await Promise.all(shops.map(({ open, life }) => live(target, open, life, { moments, moment })));
    }
    await Promise.all(open.map(({ owner, shop, rewardIds }) => countDown(owner, shop, rewardIds)));
    const told = shops.map(({ open, life }) => tell(target, open, life));
    return {
      shops: told.flatMap(({ shops }) => shops),
      tryThese: thingsToTry(target.rootHost, told.flatMap(({ apiKeys }) => apiKeys)[0]?.key ?? ''),
      signIns: told.flatMap(({ signIns }) => signIns),
      members: told.flatMap(({ members }) => members),
      newcomers: told.flatMap(({ newcomers }) => newcomers),
      apiKeys: told.flatMap(({ apiKeys }) => apiKeys),
    };
  } finally {
    await target.moveClock(0);
  }
}

function tell(
  { rootHost, say }: DemoTarget,
  open: OpenShop,
  { customers, orders, underway }: Life,
): Omit<Demo, 'tryThese'> {
  const { shop, staff, apiKey, rewardIds } = open;
  const rewards = Object.keys(rewardIds).length;
  say(
    `${shop.name}: ${rewards} rewards, ${customers.size} members, ${orders} orders, ${underway.length} redemptions`,
  );
  return {
    shops: [
      {
        name: shop.name,
        mall: `http://${shop.slug}.${rootHost}/`,
        console: `http://console.${rootHost}/`,
        picture: `http://${rootHost}/pictures/${shop.slug}/banner.svg`,
      },
    ],
    signIns: staff.map(({ role, email }) => ({
      shop: shop.name,
      role,
      address: `http://console.${rootHost}/`,
      user: email,
      password: DEMO_PASSWORD,
    })),
    members: [...customers.values()].flatMap(({ person }) =>
      person.shows === undefined
        ? []
        : [
            {
              shop: shop.name,
              address: `http://${shop.slug}.${rootHost}/`,
              name: person.displayName,
              signInWith: person.phone,
              shows: person.shows,
            },
          ],
    ),
    newcomers: [
      {
        shop: shop.name,
        address: `http://${shop.slug}.${rootHost}/`,
        name: shop.stranger.name,
        joinWith: addressOf(STRANGER, shop.slug),
        shows: shop.stranger.shows,
      },
    ],
    apiKeys: [{ shop: shop.name, name: 'orders', key: apiKey }],
  };
}
