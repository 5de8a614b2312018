import { describe, expect, test } from 'vitest';
import type { ObjectAddress } from '../../src/object/address.ts';
import type { Job } from '../../src/object/jobs.ts';
import type { MigrationList } from '../../src/object/migrations.ts';
import { ObjectCore } from '../../src/object/object-core.ts';
import { freshAddress, inFreshObject, recordingQueue } from './storage.ts';

const NO_TABLES: MigrationList = { list: 'test', migrations: [] };
const START_MS = Date.now();

/** A core over the object's own storage, at a held clock. */
function coreIn(
  ctx: DurableObjectState,
  more: { migrations?: MigrationList; jobs?: readonly Job[]; load?: () => void } = {},
) {
  const time = { nowMs: START_MS };
  const queue = recordingQueue();
  const core = new ObjectCore({
    ctx,
    kind: 'stock',
    queue,
    clock: { nowMs: () => time.nowMs, offsetMs: () => 0 },
    migrations: more.migrations ?? NO_TABLES,
    jobs: more.jobs ?? [],
    load: more.load ?? (() => undefined),
  });
  return { core, time, queue };
}

const openIn = (core: ObjectCore, { tenantId, objectId }: ObjectAddress, epoch = 1) =>
  core.open({ tenantId, objectId, epoch }, ({ append }, nowMs) => {
    append({ type: 'stock.opened', atMs: nowMs, body: {} });
  });

describe('an object', () => {
  test('that was never opened answers not_open to everything and writes nothing', async () => {
    const address = freshAddress();
    const result = await inFreshObject(async (state) => {
      const { core } = coreIn(state);
      const outcomes = [
        core.confirmProjected(address, { epoch: 1, fromSeq: 1, toSeq: 1 }),
        await core.touch(address),
        core.exportJournal(address, { fromSeq: 1, limit: 10 }),
      ];
      return {
        outcomes,
        tables: core.database.all("select name from sqlite_master where name not like '\\_cf%' escape '\\'"),
        alarm: await state.storage.getAlarm(),
        rowsWritten: core.database.rowsWritten,
      };
    }, address);
    const notOpen = { ok: false, refusal: { code: 'not_open' } };
    expect(result).toEqual({
      outcomes: [notOpen, notOpen, notOpen],
      tables: [],
      alarm: null,
      rowsWritten: 0,
    });
  });

  test('answers another’s address as if it were missing, opening included', async () => {
    const address = freshAddress();
    const outcomes = await inFreshObject((state) => {
      const { core } = coreIn(state);
      return [
        openIn(core, { ...address, tenantId: 'ten_other' }),
        openIn(core, { ...address, objectId: 'rwd_other' }),
        core.exportJournal({ ...address, tenantId: 'ten_other' }, { fromSeq: 1, limit: 1 }),
      ];
    }, address);
    const notFound = { ok: false, refusal: { code: 'not_found' } };
    expect(outcomes).toEqual([notFound, notFound, notFound]);
  });

  test('is opened once: again in its epoch is a replay, another epoch is refused', async () => {
    const address = freshAddress();
    const outcomes = await inFreshObject((state) => {
      const { core } = coreIn(state);
      return [openIn(core, address), openIn(core, address), openIn(core, address, 2)];
    }, address);
    expect(outcomes).toEqual([
      { ok: true, value: { epoch: 1 }, replayed: false, seq: 1 },
      { ok: true, value: { epoch: 1 }, replayed: true, seq: 1 },
      { ok: false, refusal: { code: 'invalid_input', field: 'epoch', reason: 'open in epoch 1' } },
    ]);
  });

  test('whose opening fails half-way is as if never opened', async () => {
    const address = freshAddress();
    const result = await inFreshObject((state) => {
      const { core } = coreIn(state, {
        load: () => {
          throw new Error('a bug');
        },
      });
      try {
        openIn(core, address);
      } catch {
        return core.exportJournal(address, { fromSeq: 1, limit: 1 });
      }
      return 'opened';
    }, address);
    expect(result).toEqual({ ok: false, refusal: { code: 'not_open' } });
  });

  test('whose migration fails refuses calls, arms a new alarm each time it fails, and heals with a good release', async () => {
    const address = freshAddress();
    const broken: MigrationList = { list: 'test', migrations: [{ id: '1', sql: 'create nonsense' }] };
    const result = await inFreshObject(async (state) => {
      openIn(coreIn(state).core, address);
      const { core, time } = coreIn(state, { migrations: broken });
      // The constructor's work runs before anything else that blocks.
      await state.blockConcurrencyWhile(async () => undefined);
      const failures: string[] = [];
      const alarms: (number | null)[] = [];
      for (let round = 0; round < 8; round += 1) {
        try {
          core.exportJournal(address, { fromSeq: 1, limit: 1 });
        } catch (failure) {
          failures.push(String(failure));
        }
        time.nowMs += 60_000;
        await core.alarm();
        alarms.push(((await state.storage.getAlarm()) ?? 0) - time.nowMs);
      }
      const healed = coreIn(state).core;
      await state.blockConcurrencyWhile(async () => undefined);
      return { failures, alarms, healed: healed.exportJournal(address, { fromSeq: 1, limit: 1 }).ok };
    }, address);
    expect(result.failures).toEqual(
      Array.from({ length: 8 }, () => 'ObjectUnavailable: the object could not be started'),
    );
    expect(result.alarms).toEqual(Array.from({ length: 8 }, () => 60_000));
    expect(result.healed).toBe(true);
  });

  test('whose job throws keeps an alarm, however often it throws', async () => {
    const address = freshAddress();
    const waits = await inFreshObject(async (state) => {
      const throwing: Job = {
        name: 'throws',
        limitMs: 1_000,
        dueAtMs: () => 0,
        run: () => {
          throw new Error('a bug');
        },
      };
      const { core, time } = coreIn(state, { jobs: [throwing] });
      openIn(core, address);
      const seen: number[] = [];
      for (let round = 0; round < 10; round += 1) {
        await core.alarm();
        const alarmAtMs = (await state.storage.getAlarm()) ?? 0;
        seen.push(alarmAtMs - time.nowMs);
        time.nowMs = alarmAtMs;
      }
      return seen;
    }, address);
    // The outbox resends in between, so the alarm may come sooner than the throwing job's own turn.
    expect(waits.every((wait) => wait > 0 && wait <= 300_000)).toBe(true);
    expect(Math.max(...waits)).toBe(16_000);
  });

  test('re-arms an alarm that died when it is touched, and sends what was left unsent', async () => {
    const address = freshAddress();
    const result = await inFreshObject(async (state) => {
      const { core, time, queue } = coreIn(state);
      openIn(core, address);
      await state.storage.deleteAlarm();
      time.nowMs += 3_600_000;
      await core.touch(address);
      const alarmAtMs = await state.storage.getAlarm();
      await core.alarm();
      return { alarm: alarmAtMs === time.nowMs, sent: queue.sent.map(({ headSeq }) => headSeq) };
    }, address);
    expect(result).toEqual({ alarm: true, sent: [1] });
  });

  test('pays two rows for delivery beside its alarms: none when sent, one when confirmed', async () => {
    const address = freshAddress();
    const result = await inFreshObject(async (state) => {
      const { core, time, queue } = coreIn(state);
      openIn(core, address);
      const opened = core.database.rowsWritten;
      time.nowMs += 150;
      await core.alarm();
      const sent = core.database.rowsWritten;
      core.confirmProjected(address, { epoch: 1, fromSeq: 1, toSeq: queue.sent[0]?.headSeq ?? 0 });
      return { sending: sent - opened, confirming: core.database.rowsWritten - sent };
    }, address);
    // One alarm for the resend; then the cursor and the alarm's end.
    expect(result).toEqual({ sending: 1, confirming: 2 });
  });

  test('ignores a confirmation of another epoch', async () => {
    const address = freshAddress();
    const outcome = await inFreshObject((state) => {
      const { core } = coreIn(state);
      openIn(core, address);
      return core.confirmProjected(address, { epoch: 2, fromSeq: 1, toSeq: 1 });
    }, address);
    expect(outcome).toEqual({ ok: true, value: { confirmedSeq: 0 }, replayed: false, seq: 1 });
  });
});
