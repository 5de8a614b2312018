import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localFetch } from '../../scripts/local/local-fetch.ts';
import type { RedemptionAnswer } from '../../src/features/redemptions/schemas.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { runAudit } from './audit.ts';
import { type CashShop, MIX, openCashShop, redemptionNow } from './cash-shop.ts';
import { editStripe, readStripe, type StripeRow } from './edit-state.ts';
import { eventually } from './eventually.ts';
import type { Member } from './member.ts';
import { quietPort } from './quiet-port.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WAIT_MS_MAX = 30_000;
const GIVEN_POINTS = 100;

const stateFolder = mkdtempSync(join(tmpdir(), 'pointmall-cash-'));
const soundFolder = `${stateFolder}-sound`;
let server: TestServer;
let port: number;
let aheadMs = 0;

beforeAll(async () => {
  port = await quietPort();
  server = await startServer({ stateFolder, port });
});
afterAll(async () => {
  await server?.stop();
  for (const folder of [stateFolder, soundFolder]) rmSync(folder, { recursive: true, force: true });
});

/** Turns a knob of the server's own stand-in. */
async function control<Answer>(path: string, body: unknown = {}): Promise<Answer> {
  const init = { method: 'POST', body: JSON.stringify(body) };
  const answer = await localFetch(`${server.addresses.stripe}/control/${path}`, init);
  if (!answer.ok) throw new Error(`knob ${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

async function passTime(byMs: number): Promise<void> {
  aheadMs += byMs;
  await server.moveClock(aheadMs);
}

type Name = { member: Member; redemptionId: string };

async function reaches(
  shop: CashShop,
  { member, redemptionId }: Name,
  done: (found: RedemptionAnswer) => boolean,
): Promise<RedemptionAnswer> {
  const seen = () => redemptionNow<RedemptionAnswer>(shop, member, redemptionId);
  await eventually(async () => done(await seen()) || null, { limitMs: WAIT_MS_MAX });
  return seen();
}

/** A redemption that waits for its cash, and the session it is paid at. */
async function order(shop: CashShop, member: Member): Promise<Name & { session: string }> {
  const answer = await member.redeemWithCash(shop.reward, MIX, randomUUID());
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
  const page = await member.seekPayPage(answer.redemptionId);
  const session = page.kind === 'seen' ? /cs_\w+/.exec(page.address ?? '')?.[0] : null;
  if (!session) throw new Error('there is no page to pay at');
  return { member, redemptionId: answer.redemptionId, session };
}

async function paid(shop: CashShop, member: Member): Promise<Name> {
  const { session, ...name } = await order(shop, member);
  await control(`sessions/${session}/pay`);
  await reaches(shop, name, ({ state }) => state === 'confirmed');
  return name;
}

const wanted = (members: number) => ({ members, givenPoints: GIVEN_POINTS, units: 50 });
const openShop = (members: number) => openCashShop(server, control, wanted(members));

async function restart(): Promise<void> {
  server = await startServer({ stateFolder, port });
}

test('the audit names every difference from Stripe’s own lists, and nothing once it is undone', async () => {
  const startedMs = performance.now();
  const shop = await openShop(7);
  const redemptions: string[] = [];
  for (const [at, member] of shop.members.slice(0, 6).entries()) {
    const name = await paid(shop, member);
    redemptions.push(name.redemptionId);
    if (at < 4) continue;
    const path = `/api/redemptions/${member.id}/${name.redemptionId}/refund`;
    await shop.owner.json(path, { json: { amountMinor: 300 } });
    await reaches(shop, name, ({ payment }) => payment?.refunds[0]?.state === 'succeeded');
  }

  // Paid, its events lost and nobody come back: not known here yet, and nothing wrong with that.
  const last = shop.members.at(-1);
  if (!last) throw new Error('the shop has no members');
  const unheard = await order(shop, last);
  await control('events', { loseEvery: 1 });
  await control(`sessions/${unheard.session}/pay`);
  await control('events/plain');
  const underWay = await runAudit(stateFolder);
  expect(underWay, underWay.output).toMatchObject({ exitCode: 0 });
  expect(underWay.output).toContain(
    'Cash in CNY: ¥60 came in, ¥54 kept, ¥6 given back or about to be; Stripe lists ¥70 charged, ¥6 refunded, ¥10 not heard of here',
  );
  await passTime(3 * HOUR_MS);
  await reaches(shop, unheard, ({ state }) => state === 'confirmed');
  const sound = await runAudit(stateFolder);
  expect(sound, sound.output).toMatchObject({ exitCode: 0 });
  expect(sound.output).toContain(
    'Cash in CNY: ¥70 came in, ¥64 kept, ¥6 given back or about to be; Stripe lists ¥70 charged, ¥6 refunded\n',
  );
  await server.stop();
  cpSync(stateFolder, soundFolder, { recursive: true });

  const charges = [...readStripe(stateFolder, 'charges')];
  const chargeOf = (redemptionId: string) => {
    const found = charges.find(([, { object }]) => metadataOf(object).redemptionId === redemptionId);
    if (!found) throw new Error(`there is no charge for ${redemptionId}`);
    return found;
  };
  const refundOf = (redemptionId: string) => {
    const [, { object }] = chargeOf(redemptionId);
    const refunds = [...readStripe(stateFolder, 'refunds')];
    const found = refunds.find(([, each]) => each.object.payment_intent === object.payment_intent);
    if (!found) throw new Error(`there is no refund for ${redemptionId}`);
    return found;
  };
  const put = (kind: 'charges' | 'refunds', [id, row]: [string, StripeRow], set: object) =>
    editStripe(stateFolder, kind, id, { ...row, object: { ...row.object, ...set } });
  const [r0, r1, r2, r3, r4, r5] = redemptions as [string, string, string, string, string, string];
  put('charges', chargeOf(r0), { amount: 1_001, amount_captured: 1_001 });
  editStripe(stateFolder, 'charges', chargeOf(r1)[0], null);
  const [, twice] = chargeOf(r2);
  put('charges', ['ch_unknown', twice], {
    ...{ id: 'ch_unknown', payment_intent: 'pi_unknown' },
    metadata: { ...metadataOf(twice.object), redemptionId: 'rdm_unknown' },
  });
  const [, given4] = refundOf(r4);
  const { payment_intent } = chargeOf(r3)[1].object;
  put('refunds', ['re_unknown', given4], { id: 're_unknown', payment_intent, metadata: {} });
  editStripe(stateFolder, 'refunds', refundOf(r4)[0], null);
  put('refunds', refundOf(r5), { status: 'failed' });
  await restart();
  const broken = await runAudit(stateFolder, {}, '--json');
  expect(broken.exitCode, broken.output).toBe(1);
  const { tenants } = JSON.parse(broken.output) as {
    tenants: { findings: { invariant: string; object: string; expected: unknown; found: unknown }[] }[];
  };
  const findings = tenants.flatMap((each) => each.findings);
  const account = (at: number) => `account ${shop.tenantId}/${shop.members[at]?.id}`;
  const cash = [1_000, 'CNY'];
  const named = (object: string, expected: unknown, found: unknown) =>
    expect.objectContaining({ invariant: 'I7', object, expected, found });
  expect(findings).toHaveLength(6);
  expect(findings).toEqual(
    expect.arrayContaining([
      named(account(0), cash, [1_001, 'CNY']),
      named(account(1), cash, null),
      named(`account ${shop.accountId} at Stripe`, null, cash),
      named(account(3), null, 300),
      named(account(4), 300, null),
      named(account(5), 300, 'failed'),
    ]),
  );
  await server.stop();

  rmSync(stateFolder, { recursive: true });
  cpSync(soundFolder, stateFolder, { recursive: true });
  await restart();
  const undone = await runAudit(stateFolder);
  expect(undone, undone.output).toMatchObject({ exitCode: 0 });
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  console.log('audit against Stripe’s lists', { edits: 6, findings: findings.length, seconds });
});

test.each([
  { event: 'arrives', loseEvery: 0 },
  { event: 'is lost, and the hourly search finds out', loseEvery: 1 },
])(
  'an account is taken away, which $event: what is open ends in its time, what came in stays in the books',
  async ({ loseEvery }) => {
    const shop = await openShop(2);
    const [buyer, waiter] = shop.members;
    if (!buyer || !waiter) throw new Error('the shop has two members');
    const kept = await paid(shop, buyer);
    const open = await order(shop, waiter);
    const settings = () => shop.owner.json<{ state: string }>('/api/payments');
    await control('events', { loseEvery });
    await control(`accounts/${shop.accountId}/deauthorise`);
    await control('events/plain');
    if (loseEvery > 0) {
      expect((await settings()).state).toBe('enabled');
      const search = () => server.fetch(server.url('/__local/lost-events', 'console'), { method: 'POST' });
      expect(await (await search()).json()).toMatchObject({ failed: 0 });
    }
    await eventually(async () => (await settings()).state === 'deauthorised' || null, {
      limitMs: WAIT_MS_MAX,
    });
    expect((await settings()).state).toBe('deauthorised');

    await passTime(44 * MINUTE_MS);
    expect((await redemptionNow(shop, waiter, open.redemptionId)).state).toBe('awaiting_payment');
    await passTime(2 * MINUTE_MS);
    const ended = await reaches(shop, open, ({ state }) => state === 'undone');
    expect([ended.state, ended.payment?.state, ended.payment?.failure]).toEqual([
      ...['undone', 'abandoned', 'no_access'],
    ]);
    const points = await shop.merchant.json(`/v1/members/${waiter.id}/balance`);
    expect(points).toMatchObject({ availablePoints: GIVEN_POINTS, heldPoints: 0 });
    expect(await waiter.redeemWithCash(shop.reward, MIX, randomUUID())).toMatchObject({ kind: 'refused' });

    const stands = await redemptionNow<RedemptionAnswer>(shop, buyer, kept.redemptionId);
    expect([stands.state, stands.payment?.received?.amountMinor]).toEqual(['confirmed', MIX.cashMinor]);
    await buyer.cancel(kept.redemptionId, randomUUID());
    const cancelled = await reaches(
      shop,
      kept,
      ({ payment }) => payment?.refunds.some(({ state }) => state === 'failed') ?? false,
    );
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      payment: { received: { amountMinor: MIX.cashMinor }, refunds: [{ failure: 'no_access' }] },
    });
    const audit = await runAudit(stateFolder, {}, '--tenant', shop.tenantId);
    expect(audit, audit.output).toMatchObject({ exitCode: 0 });
    expect(audit.output).toContain(
      `Stripe no longer shows account ${shop.accountId}: ¥10 could not be compared`,
    );
  },
);

function metadataOf(object: StripeRow['object']): Record<string, string> {
  return object.metadata as Record<string, string>;
}
