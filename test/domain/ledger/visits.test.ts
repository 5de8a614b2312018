import { describe, expect, test } from 'vitest';
import { decideFirstReport, decideLaterReport } from '../../../src/domain/ledger/earn-order.ts';
import type { Purchase } from '../../../src/domain/ledger/purchase.ts';
import { decideRefund } from '../../../src/domain/ledger/refund-order.ts';
import type { Order } from '../../../src/domain/order.ts';
import { after, emptyLedger, line, NOW_MS, order, programme, published, staff, told, ZONE } from './world.ts';

const SALON = programme({ baseRate: { numerator: 1, denominator: 2 }, visitPoints: 50 });
const FACIAL = { lines: [line({ amountMinor: 26_800 })], visit: { service: 'facial' } };

function came(given: Partial<Order>, body = SALON) {
  const input = { order: order(given), programme: published(body), timeZone: ZONE, actor: staff };
  const decision = decideFirstReport(emptyLedger(), input, NOW_MS);
  if (decision.kind !== 'changed') throw new Error(JSON.stringify(decision));
  const { draft, purchase } = decision.change;
  return { ledger: after(emptyLedger(), draft), purchase, rows: told(draft) };
}

function refund({ ledger, purchase }: ReturnType<typeof came>, refundId: string, amountMinor: number) {
  const lines = [{ lineId: 'l1', amountMinor }];
  const decision = decideRefund(ledger, purchase, SALON, { refundId, lines, actor: staff }, NOW_MS);
  if (decision.kind !== 'changed') throw new Error(JSON.stringify(decision));
  const { draft, purchase: next } = decision.change;
  return { ledger: after(ledger, draft), purchase: next, rows: told(draft) };
}

function again({ ledger, purchase }: ReturnType<typeof came>, given: Partial<Order>) {
  const input = { order: order(given), programme: published(SALON), timeZone: ZONE, actor: staff };
  return decideLaterReport(ledger, purchase, SALON, input, NOW_MS);
}

describe('an attended visit', () => {
  test('earns its own points beside the amount, and the trace says both', () => {
    const { purchase, rows } = came(FACIAL);
    expect([rows, purchase.trace]).toEqual([
      ['points.earned 184'],
      {
        programmeVersion: 1,
        lines: [{ lineId: 'l1', category: null, amountMinor: 26_800, rate: SALON.baseRate, points: 134 }],
        visit: { service: 'facial', points: 50 },
        points: 184,
      },
    ]);
  });

  test('keeps them while something of what was paid is left, and gives them back with the last of it', () => {
    const part = refund(came(FACIAL), 'r1', 16_800);
    const rest = refund(part, 'r2', 10_000);
    expect([part.rows, rest.rows, rest.purchase.clawedBackPoints]).toEqual([
      ['points.clawed_back -84'],
      ['points.clawed_back -100'],
      184,
    ]);
  });

  test('at which nothing was paid earns them too, and a cancellation takes them back', () => {
    const state = came({ lines: [line({ amountMinor: 0 })], visit: { service: null } });
    const cancelled = again(state, { status: 'cancelled' });
    if (cancelled.kind !== 'changed') throw new Error(JSON.stringify(cancelled));
    expect([state.rows, told(cancelled.change.draft)]).toEqual([
      ['points.earned 50'],
      ['points.clawed_back -50'],
    ]);
  });

  test('gives nothing where the programme has nothing for it, or the order says nothing of one', () => {
    expect(came(FACIAL, programme()).purchase.trace.visit).toEqual({ service: 'facial', points: 0 });
    const bought: Purchase = came({ lines: FACIAL.lines }).purchase;
    expect([bought.grantedPoints, bought.trace.visit]).toEqual([134, undefined]);
  });

  test('reported again is the same; with another service, or without it, it is refused', () => {
    const state = came(FACIAL);
    const answers = [FACIAL, { ...FACIAL, visit: { service: 'hands' } }, { lines: FACIAL.lines }].map(
      (given) => {
        const decision = again(state, given);
        return decision.kind === 'refused' ? decision.refusal : decision.kind;
      },
    );
    const changed = { code: 'order_changed', field: 'visit' };
    expect(answers).toEqual(['unchanged', changed, changed]);
  });

  test('of a service without a name, or of endless length, is refused', () => {
    for (const service of ['', 'x'.repeat(201)]) {
      const input = {
        order: order({ visit: { service } }),
        programme: published(SALON),
        timeZone: ZONE,
        actor: staff,
      };
      expect(decideFirstReport(emptyLedger(), input, NOW_MS)).toMatchObject({
        refusal: { code: 'invalid_input', field: 'visit' },
      });
    }
  });
});
