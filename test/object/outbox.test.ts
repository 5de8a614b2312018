import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalMessage } from '../../src/domain/journal.ts';
import { confirmRange, type Delivery } from '../../src/object/delivery-plan.ts';
import { rangesOf, rowsOf } from '../../src/projection/arrived.ts';
import { appendRows, freshAddress, inFreshObject, openMachinery } from './storage.ts';

const RESENDS_MAX_MS = 400_000;

describe('the outbox', () => {
  test('sends each row once while all is well, and owes nothing once it is confirmed', async () => {
    const result = await inFreshObject(async (state) => {
      const { opened, queue } = openMachinery(state, freshAddress());
      const { outbox } = opened;
      appendRows(opened, [1_000, 1_020]);
      const dueAtMs = outbox.dueAtMs();
      await outbox.send(1_150, 77);
      const afterSend = outbox.dueAtMs();
      outbox.confirm({ fromSeq: 1, toSeq: 2 }, 1_200);
      return {
        dueAtMs,
        afterSend,
        afterConfirm: outbox.dueAtMs(),
        sent: queue.sent,
        head: opened.journal.head,
      };
    });
    expect(result).toMatchObject({ dueAtMs: 1_150, afterSend: 3_150, afterConfirm: null });
    expect(result.sent).toHaveLength(1);
    expect(result.sent[0]).toMatchObject({ headSeq: 2, headHash: result.head.hash, dueAtMs: 77 });
    expect(result.sent[0]?.rows.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test('sends again what stays unconfirmed, and remembers from the second time on how long to wait', async () => {
    const result = await inFreshObject(async (state) => {
      const { opened, queue, reopen } = openMachinery(state, freshAddress());
      appendRows(opened, [0]);
      await opened.outbox.send(150, null);
      await opened.outbox.send(2_150, null);
      await opened.outbox.send(6_150, null);
      return { sent: queue.sent.length, dueAfterWake: reopen().outbox.dueAtMs() };
    });
    expect(result).toEqual({ sent: 3, dueAfterWake: 150 });
  });

  test('fails without losing anything when the queue is away', async () => {
    const result = await inFreshObject(async (state) => {
      const { opened, database } = openMachinery(state, freshAddress());
      appendRows(opened, [0, 0, 0]);
      const { Outbox } = await import('../../src/object/outbox.ts');
      const away = new Outbox(database, opened.journal, { send: () => Promise.reject(new Error('away')) });
      const failure = await away.send(150, null).then(
        () => 'none',
        (thrown) => String(thrown),
      );
      return { failure, cursors: away.cursors, dueAtMs: away.dueAtMs() };
    });
    expect(result).toEqual({
      failure: 'Error: away',
      cursors: { sentSeq: 0, confirmedSeq: 0 },
      dueAtMs: 150,
    });
  });

  test('keeps every message under 100 kB', async () => {
    const sizes = await inFreshObject(async (state) => {
      const { opened, queue } = openMachinery(state, freshAddress());
      for (let index = 0; index < 12; index += 1)
        opened.write(0, ({ append }) => {
          append({ type: 'stock.resumed', atMs: 0, body: { text: '积'.repeat(9_000) } });
          return { ok: true, value: null };
        });
      await opened.outbox.send(150, null);
      return queue.sent.map((message) => new TextEncoder().encode(JSON.stringify(message)).length);
    });
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThan(100_000);
  });
});

type Confirm = (delivery: Delivery, range: { fromSeq: number; toSeq: number }) => Delivery;

/** What the road may do with a message; the plan is used up message by message, then all goes well. */
type Fate = 'arrives' | 'lost' | 'doubled' | 'late';

/**
 * An object and its far end over a road that loses, doubles and delays by plan, run until the object
 * believes itself confirmed. Returns the numbers that the object believes in and the far end lacks.
 */
async function missingAfter(fates: readonly Fate[], writes: readonly number[], confirm?: Confirm) {
  return inFreshObject(async (state) => {
    const { opened, queue } = openMachinery(state, freshAddress());
    const arrived = new Set<number>();
    let believed: Delivery = { confirmedSeq: 0, sentSeq: 0, attempts: 0, resendAtMs: null };
    const late: JournalMessage[] = [];
    const plan = [...fates];
    const receive = (message: JournalMessage, nowMs: number) => {
      for (const { row } of rowsOf([message])) arrived.add(row.seq);
      for (const range of rangesOf(rowsOf([message]))) {
        if (confirm) believed = confirm(believed, range);
        else opened.outbox.confirm(range, nowMs);
      }
    };
    const road = (message: JournalMessage, nowMs: number) => {
      const fate = plan.shift() ?? 'arrives';
      if (fate === 'late') late.push(message);
      if (fate === 'arrives' || fate === 'doubled') receive(message, nowMs);
      if (fate === 'doubled') receive(message, nowMs);
      if (fate !== 'late') for (const delayed of late.splice(0)) receive(delayed, nowMs);
    };
    let nowMs = 0;
    for (const rows of writes) {
      appendRows(
        opened,
        Array.from({ length: rows }, () => nowMs),
      );
      nowMs += 150;
      await opened.outbox.send(nowMs, null);
      for (const message of queue.sent.splice(0)) road(message, nowMs);
    }
    for (let dueAtMs = opened.outbox.dueAtMs(); dueAtMs !== null && nowMs < RESENDS_MAX_MS; ) {
      if (confirm && believed.confirmedSeq >= opened.journal.head.seq) break;
      nowMs = Math.max(nowMs, dueAtMs);
      await opened.outbox.send(nowMs, null);
      for (const message of queue.sent.splice(0)) road(message, nowMs);
      dueAtMs = opened.outbox.dueAtMs();
    }
    const confirmedSeq = confirm ? believed.confirmedSeq : opened.outbox.cursors.confirmedSeq;
    const missing = [];
    for (let seq = 1; seq <= confirmedSeq; seq += 1) if (!arrived.has(seq)) missing.push(seq);
    return { missing, confirmedSeq, headSeq: opened.journal.head.seq };
  });
}

const fates = fc.array(fc.constantFrom<Fate>('arrives', 'lost', 'doubled', 'late'), { maxLength: 12 });
const writes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 });

describe('the road', () => {
  test('brings every row, whatever is lost, doubled or delayed on it', async () => {
    await fc.assert(
      fc.asyncProperty(fates, writes, async (plan, rows) => {
        const { missing, confirmedSeq, headSeq } = await missingAfter(plan, rows);
        expect({ missing, confirmedSeq }).toEqual({ missing: [], confirmedSeq: headSeq });
      }),
      { numRuns: 60 },
    );
  });

  test('would lose rows if a confirmation were taken over a gap: the harness sees such a mutant', async () => {
    const acceptsGaps: Confirm = (delivery, { toSeq }) => ({
      ...delivery,
      confirmedSeq: Math.max(delivery.confirmedSeq, toSeq),
    });
    const plan: Fate[] = ['lost', 'arrives'];
    expect((await missingAfter(plan, [2, 1], acceptsGaps)).missing).toEqual([1, 2]);
    const sound: Confirm = (delivery, range) => confirmRange(delivery, range, { seq: 3, nowMs: 0 });
    expect((await missingAfter(plan, [2, 1], sound)).missing).toEqual([]);
  });
});
