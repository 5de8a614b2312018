import { evictDurableObject } from 'cloudflare:test';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSoundLevel } from '../../src/domain/stock/level.ts';
import { CLERK, line, newKey, type OpenStock, openStock, TERMS } from './world.ts';

/** The plainest stock there is: a map of lines, and everything else counted from it. */
class Reference {
  stocked = 0;
  stopped = false;
  version = 1;
  lines = new Map<string, { quantity: number; state: 'reserved' | 'taken' | 'cancelled' }>();

  units(state: 'reserved' | 'taken'): number {
    return [...this.lines.values()]
      .filter((each) => each.state === state)
      .reduce((sum, each) => sum + each.quantity, 0);
  }

  get available(): number {
    return this.stocked - this.units('reserved') - this.units('taken');
  }

  reserve(id: string, quantity: number, version: number): string {
    const known = this.lines.get(id);
    if (known && known.state !== 'cancelled') return known.quantity === quantity ? known.state : 'key_reused';
    if (this.stopped) return 'stopped';
    if (version !== this.version) return 'price_changed';
    if (quantity > this.available) return 'sold_out';
    if (known) return 'reservation_cancelled';
    this.lines.set(id, { quantity, state: 'reserved' });
    return 'reserved';
  }

  commit(id: string): string {
    const known = this.lines.get(id);
    if (!known || known.state === 'cancelled') return 'wrong_state';
    known.state = 'taken';
    return 'taken';
  }

  cancel(id: string): string {
    this.lines.set(id, { quantity: this.lines.get(id)?.quantity ?? 0, state: 'cancelled' });
    return 'cancelled';
  }

  change(delta: number): string {
    if (this.available + delta < 0) return 'sold_out';
    this.stocked += delta;
    return 'ok';
  }
}

type Step =
  | { do: 'reserve'; id: string; quantity: number; stale: boolean }
  | { do: 'commit' | 'cancel'; id: string }
  | { do: 'change'; delta: number }
  | { do: 'stop' | 'resume' | 'reprice' | 'evict' };

const id = fc.constantFrom('rdm_a', 'rdm_b', 'rdm_c', 'rdm_d');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('reserve' as const),
      id,
      quantity: fc.integer({ min: 1, max: 3 }),
      stale: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('commit' as const), id }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), id }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      delta: fc.integer({ min: -3, max: 3 }).filter((delta) => delta !== 0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('stop' as const, 'resume' as const, 'reprice' as const, 'evict' as const),
    }),
  },
);

async function run(world: OpenStock, reference: Reference, each: Step): Promise<[string, string]> {
  const { stock, stub } = world;
  const said = (outcome: { ok: true; value: object } | { ok: false; refusal: { code: string } }) => {
    if (!outcome.ok) return outcome.refusal.code;
    return 'state' in outcome.value ? String(outcome.value.state) : 'ok';
  };
  switch (each.do) {
    case 'reserve': {
      const version = each.stale ? reference.version + 1 : reference.version;
      const command = { ...line(each.id, each.quantity), priceVersion: version };
      return [said(await stock.reserve(command)), reference.reserve(each.id, each.quantity, version)];
    }
    case 'commit':
      return [said(await stock.commit({ redemptionId: each.id, lineId: 'l1' })), reference.commit(each.id)];
    case 'cancel':
      return [said(await stock.cancel({ redemptionId: each.id, lineId: 'l1' })), reference.cancel(each.id)];
    case 'change': {
      const command = { key: newKey(), actor: CLERK, deltaUnits: each.delta, reason: 'count' };
      return [said(await stock.changeUnits(command)), reference.change(each.delta)];
    }
    case 'stop':
      reference.stopped = true;
      return [said(await stock.stop({ key: newKey(), actor: CLERK })), 'ok'];
    case 'resume':
      reference.stopped = false;
      return [said(await stock.resume({ key: newKey(), actor: CLERK })), 'ok'];
    case 'reprice': {
      reference.version += 1;
      const terms = { ...TERMS, priceVersion: reference.version };
      return [said(await stock.publishPrice({ key: newKey(), actor: CLERK, terms })), 'ok'];
    }
    case 'evict':
      // Only what runs can be evicted: two evictions may follow each other.
      await stock.overview();
      await evictDurableObject(stub);
      return ['ok', 'ok'];
  }
}

describe('a stock', () => {
  test('answers and counts as the plainest stock would, whatever is asked in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const world = await openStock(0);
        const reference = new Reference();
        for (const each of steps) {
          const [actual, expected] = await run(world, reference, each);
          expect({ step: each, answer: actual }).toEqual({ step: each, answer: expected });
        }
        const overview = await world.stock.overview();
        const level = overview.ok ? { ...overview.value.counts, stopped: overview.value.stopped } : null;
        expect(level).toEqual({
          unlimited: false,
          stopped: reference.stopped,
          stockedUnits: reference.stocked,
          availableUnits: reference.available,
          reservedUnits: reference.units('reserved'),
          takenUnits: reference.units('taken'),
        });
        expect(level && isSoundLevel(level)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
