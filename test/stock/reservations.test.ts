import { describe, expect, test } from 'vitest';
import { line, openStock } from './world.ts';

describe('reservations', () => {
  test('500 reserves at once on 50 units give out exactly 50', async () => {
    const { stock } = await openStock(50);
    const outcomes = await Promise.all(
      Array.from({ length: 500 }, (_, index) => stock.reserve(line(`rdm_${index}`))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(50);
    expect(await stock.exportState()).toMatchObject({
      value: { counts: { availableUnits: 0, reservedUnits: 50 } },
    });
  });
});
