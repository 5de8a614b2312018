import { isNotNull } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { auditTenant } from '../../src/audit/audit-tenant.ts';
import type { ObjectEvidence, TenantEvidence } from '../../src/audit/evidence.ts';
import {
  counterGrants,
  memberImportMembers,
  memberImportRows,
  memberImports,
  orderClaims,
} from '../../src/db/schema/index.ts';
import { undoGrant } from '../../src/features/counter/undo-grant.ts';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { closeAccount } from '../../src/features/members/close-account.ts';
import { freezeAccount } from '../../src/features/members/freeze-account.ts';
import { creditOverdueOrders } from '../../src/features/orders/credit-overdue-orders.ts';
import { refundPurchase } from '../../src/features/orders/refund-purchase.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { copiedFrom } from '../audit/copied.ts';
import { clerk, give, manager, YUAN } from './counter-till.ts';
import { imported, memberOf, takenBack } from './import-world.ts';
import { join, must, newKey, openShop, PLAIN, type Shop, unheard } from './world.ts';

afterEach(() => setClockOffsetMs(0));

const COMMON = ['grant', 'again', 'undo', 'refund', 'spend'] as const;
const RARER = ['cut', 'freeze', 'thaw'] as const;
const LAST = ['close', 'unlist'] as const;

type Act = {
  act: (typeof COMMON)[number] | (typeof RARER)[number] | (typeof LAST)[number];
  /** Which member, and which receipt or grant. */
  who: number;
  which: number;
  yuan: number;
};

/** What may happen to two members at a counter; what ends everything is rare. */
const story: fc.Arbitrary<Act[]> = fc.array(
  fc.record<Act>({
    act: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...COMMON) },
      { weight: 3, arbitrary: fc.constantFrom(...RARER) },
      { weight: 1, arbitrary: fc.constantFrom(...LAST) },
    ),
    who: fc.nat(1),
    which: fc.nat(3),
    yuan: fc.integer({ min: 1, max: 60 }),
  }),
  { minLength: 12, maxLength: 24 },
);

async function world(clawback: 'owe' | 'write_off') {
  const shop = await openShop({ ...PLAIN, clawback });
  const { id, externalId } = await join(shop);
  const list = await imported(shop, [
    { externalId, points: '40' },
    { externalId: 'listed', points: '30' },
  ]);
  const listed = await memberOf(shop, 'listed');
  return { shop, list, people: [id, String(listed?.id)] as const, keys: new Map<string, string>() };
}
type World = Awaited<ReturnType<typeof world>>;

/** Does it as staff or members would; refusals are answers like any other. */
async function happen({ shop, list, people, keys }: World, { act, who, which, yuan }: Act): Promise<void> {
  const memberId = people[who] ?? people[0];
  const [li, boss] = [clerk(shop), manager(shop)];
  const receipt = `R-${which}`;
  const key = newKey();
  const grants = async () => (await read(shop, shop.owner.db.build.select().from(counterGrants))) as Grant[];
  const standing = (await grants()).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const grant = standing[which % Math.max(1, standing.length)];
  switch (act) {
    case 'grant':
    case 'again': {
      // Again: the same submit, whatever has happened since.
      const sale = `${who} ${which} ${yuan % 3}`;
      const own = (act === 'again' ? keys.get(sale) : undefined) ?? key;
      keys.set(sale, own);
      await give(li, memberId, { receipt, amountMinor: ((yuan % 3) + 1) * 20 * YUAN, key: own });
      return;
    }
    case 'cut':
      await give(unheard(li), memberId, { receipt, amountMinor: yuan * YUAN, key }).catch(() => undefined);
      return;
    case 'undo':
      if (grant) await undoGrant({ ctx: boss, input: { grantId: grant.id, reason: 'wrong', key } });
      return;
    case 'refund': {
      const [line] = grant?.order.lines ?? [];
      if (!grant || !line) return;
      const lines = [{ lineId: line.lineId, amountMinor: Math.min(line.amountMinor, yuan * YUAN) }];
      const asked = { channel: 'counter', orderId: grant.orderId, memberId: grant.memberId, lines, key };
      await refundPurchase({ ctx: boss, input: asked });
      return;
    }
    case 'spend':
      await adjustPoints({
        ctx: shop.owner,
        input: { memberId, points: -yuan, reason: 'other', note: null, key },
      });
      return;
    case 'freeze':
    case 'thaw': {
      const freezes = act === 'freeze';
      const reason = freezes ? 'other' : 'cleared';
      await freezeAccount({ ctx: shop.owner, input: { memberId, freezes, reason, note: null, key } });
      return;
    }
    case 'close':
      await closeAccount({ ctx: shop.member(memberId), input: { memberId, key } });
      return;
    case 'unlist':
      await takenBack(shop, list.id);
  }
}

type Grant = TenantEvidence['counterGrants'][number];
const read = async (shop: Shop, query: Parameters<Shop['owner']['db']['batch']>[1][number]) =>
  (await shop.owner.db.batch(shop.tenant.id, [query]))[0] as unknown[];

/** The shop's books, its objects as they are and what stands beside them in Postgres as it is. */
async function booksOf({ shop, people }: World): Promise<TenantEvidence> {
  const { build } = shop.owner.db;
  const till = {
    counterGrants: await read(shop, build.select().from(counterGrants)),
    memberImports: await read(shop, build.select().from(memberImports)),
    memberImportMembers: await read(shop, build.select().from(memberImportMembers)),
    memberImportRows: await read(shop, build.select().from(memberImportRows)),
  };
  const untold = await read(shop, build.select().from(orderClaims).where(isNotNull(orderClaims.payload)));
  const objects: ObjectEvidence[] = [];
  for (const objectId of people) {
    const account = shop.owner.accounts.of(objectId);
    // Delivery takes its time and is tested elsewhere: here everything counts as confirmed.
    const told = must(await account.exportState());
    const state = { ...told, confirmedSeq: told.headSeq };
    const { items: journal } = must(await account.exportJournal({ fromSeq: 1, limit: 500 }));
    objects.push({ kind: 'account', objectId, state, journal });
  }
  const untoldOrders = (untold as { orderId: string }[]).map(({ orderId }) => orderId);
  return { ...copiedFrom(shop.tenant.id, objects), ...(till as Partial<TenantEvidence>), untoldOrders };
}

test('whatever happens at a counter, in whatever order, the books balance to the point and nobody who left owes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('owe' as const, 'write_off' as const), story, async (clawback, acts) => {
      setClockOffsetMs(0);
      const here = await world(clawback);
      for (const act of acts) {
        setClockOffsetMs(clockOffsetMs() + 10);
        await happen(here, act);
      }
      expect(auditTenant(await booksOf(here))).toEqual([]);
      // The cron tells accounts what was cut off before them: then nothing is left to be told of open ones.
      setClockOffsetMs(clockOffsetMs() + 120_000);
      const enter = () => here.shop.owner;
      await creditOverdueOrders({ ctx: here.shop.owner, input: { enter, limit: 100 } });
      expect(auditTenant(await booksOf(here))).toEqual([]);
    }),
    { numRuns: 2, seed: 20_261_123, endOnFailure: true },
  );
}, 120_000);
