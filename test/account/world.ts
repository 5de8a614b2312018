import { env } from 'cloudflare:workers';
import { accountClient } from '../../src/account/client.ts';
import type { CashTerms, OrderResult, RedemptionLineInput } from '../../src/account/contract.ts';
import type { PointsAccount } from '../../src/account/points-account.ts';
import type { CashMix } from '../../src/domain/catalogue/cash-mix.ts';
import type { Order, OrderLine } from '../../src/domain/order.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Programme, ProgrammeVersion } from '../../src/domain/programme/programme.ts';
import { programmeHash } from '../../src/domain/programme/programme-hash.ts';
import { clock } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/ids.ts';
import { stockClient } from '../../src/stock/client.ts';

export const ZONE = 'Asia/Shanghai';
export const DAY_MS = 86_400_000;
export const STAFF = { kind: 'staff', id: 'usr_1' } as const;

let keys = 0;
/** A transport key that no command has had yet. */
export function newKey(): string {
  keys += 1;
  return `key-${keys}`;
}

export function programme(given: Partial<Programme> = {}, version = 1): ProgrammeVersion {
  const body: Programme = {
    currency: 'CNY',
    baseRate: { numerator: 1, denominator: 1 },
    categoryRates: [],
    daysUntilEntry: 0,
    expiry: { kind: 'never' },
    clawback: 'owe',
    graceDays: 7,
    openHoldsMax: 10,
    ...given,
  };
  return { version, hash: programmeHash(body), effectiveAtMs: 0, body };
}

export function line(given: Partial<OrderLine> = {}): OrderLine {
  return { lineId: 'l1', category: null, amountMinor: 10_000, quantity: 1, ...given };
}

/** A completed purchase of ¥100. */
export function order(given: Partial<Order> = {}): Order {
  const occurredAtMs = clock.nowMs();
  const identity = { channel: 'shop', orderId: newKey(), currency: 'CNY' };
  return { ...identity, occurredAtMs, status: 'completed', lines: [line()], ...given };
}

/** One member's opened account, in a shop of its own unless one is given. */
export async function openAccount(tenantId = newId('ten')) {
  const memberId = newId('mem');
  const address = { tenantId, memberId };
  const account = accountClient({ namespace: env.ACCOUNT, tenantId, region: null }).of(memberId);
  done(await account.open({ epoch: 1, timeZone: ZONE }));
  const stub = (env.ACCOUNT as DurableObjectNamespace<PointsAccount>).getByName(`${tenantId}/${memberId}`);
  return { tenantId, memberId, address, account, stub };
}
export type OpenedAccount = Awaited<ReturnType<typeof openAccount>>;

/** A reward of that many points in the same shop, and a line that redeems one of it. */
export async function openReward(
  tenantId: string,
  units: number | 'unlimited',
  pointsEach = 60,
  mix?: CashMix,
) {
  const stockId = newId('rwd');
  const stock = stockClient({ namespace: env.STOCK, tenantId, region: null }).of(stockId);
  const unlimited = units === 'unlimited';
  done(await stock.open({ epoch: 1, allocation: { policy: 'count', unlimited } }));
  if (!unlimited && units > 0)
    done(await stock.changeUnits({ key: newKey(), actor: STAFF, deltaUnits: units, reason: 'delivery' }));
  const times = { effectiveAtMs: 0, startsAtMs: null, endsAtMs: null };
  const terms = { priceVersion: 1, pointsEach, ...(mix && { mix }), ...times };
  done(await stock.publishPrice({ key: newKey(), actor: STAFF, terms }));
  const redeemLine = (given: Partial<RedemptionLineInput> = {}): RedemptionLineInput => ({
    lineId: 'l1',
    rewardId: stockId,
    stockId,
    names: { en: 'Scarf', 'zh-CN': '围巾', 'zh-TW': '圍巾' },
    quantity: 1,
    pointsEach,
    priceVersion: 1,
    limitPerMember: null,
    ...given,
  });
  return { stockId, stock, line: redeemLine };
}

export const DELIVERY = {
  recipientName: '林小满',
  phone: '+8613800000000',
  country: 'CN',
  region: '浙江省',
  city: '杭州市',
  line1: '文三路 1 号',
  line2: null,
  postalCode: '310000',
};

export async function earn(
  { account }: OpenedAccount,
  given: Partial<Order> = {},
  version = programme(),
): Promise<OrderResult> {
  const report = { order: order(given), programme: version, timeZone: ZONE };
  return done(await account.earnOrder({ key: newKey(), actor: STAFF, ...report }));
}

export function redeem(
  { account, memberId }: OpenedAccount,
  lines: RedemptionLineInput[],
  key = newKey(),
  cash?: CashTerms,
) {
  const actor = { kind: 'member', id: memberId } as const;
  const command = {
    key,
    actor,
    redemptionId: newId('rdm'),
    lines,
    delivery: DELIVERY,
    ...(cash && { cash }),
  };
  return account.redeem({ ...command, graceDays: 7, openHoldsMax: 10 });
}

/** The same where she comes for it, or takes it with her at once. */
export function pickUp(
  { account, memberId }: OpenedAccount,
  lines: RedemptionLineInput[],
  key = newKey(),
  when: 'later' | 'now' = 'later',
) {
  const actor = { kind: 'member', id: memberId } as const;
  const command = { key, actor, redemptionId: newId('rdm'), lines, delivery: null, pickUp: when };
  return account.redeem({ ...command, graceDays: 7, openHoldsMax: 10 });
}

export function done<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

export function refusalOf(outcome: Outcome<unknown>) {
  if (outcome.ok) throw new Error('it was not refused');
  return outcome.refusal;
}
