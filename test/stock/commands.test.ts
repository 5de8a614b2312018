import { describe, expect, test } from 'vitest';
import { CLERK, line, newKey, openStock, TERMS } from './world.ts';

const FUTURE_MS = Date.now() + 3_600_000;
const counts = (availableUnits: number, reservedUnits: number, takenUnits: number) => ({
  unlimited: false,
  stockedUnits: availableUnits + reservedUnits + takenUnits,
  availableUnits,
  reservedUnits,
  takenUnits,
});

async function countsOf({ stock }: Awaited<ReturnType<typeof openStock>>) {
  const outcome = await stock.overview();
  return outcome.ok ? outcome.value.counts : outcome;
}

describe('a line of a redemption', () => {
  test('is reserved, taken and given back, once each however often it is said', async () => {
    const world = await openStock(5);
    const { stock } = world;
    const { redemptionId, lineId } = line('rdm_1', 2);
    const seen = [
      await stock.reserve(line('rdm_1', 2)),
      await stock.reserve(line('rdm_1', 2)),
      await countsOf(world),
      await stock.commit({ redemptionId, lineId }),
      await stock.commit({ redemptionId, lineId }),
      await stock.reserve(line('rdm_1', 2)),
      await countsOf(world),
      await stock.cancel({ redemptionId, lineId }),
      await stock.cancel({ redemptionId, lineId }),
      await countsOf(world),
    ];
    expect(seen).toEqual([
      { ok: true, value: { state: 'reserved' }, replayed: false, seq: 4 },
      { ok: true, value: { state: 'reserved' }, replayed: true, seq: 4 },
      counts(3, 2, 0),
      { ok: true, value: { state: 'taken' }, replayed: false, seq: 5 },
      { ok: true, value: { state: 'taken' }, replayed: true, seq: 5 },
      { ok: true, value: { state: 'taken' }, replayed: true, seq: 5 },
      counts(3, 0, 2),
      { ok: true, value: { state: 'cancelled' }, replayed: false, seq: 6 },
      { ok: true, value: { state: 'cancelled' }, replayed: true, seq: 6 },
      counts(5, 0, 0),
    ]);
  });

  test('whose cancel overtakes its reserve is refused for ever', async () => {
    const world = await openStock(5);
    const { redemptionId, lineId } = line('rdm_1');
    expect(await world.stock.cancel({ redemptionId, lineId })).toMatchObject({
      value: { state: 'cancelled' },
    });
    const late = { ok: false, refusal: { code: 'reservation_cancelled' } };
    expect([await world.stock.reserve(line('rdm_1')), await world.stock.reserve(line('rdm_1'))]).toEqual([
      late,
      late,
    ]);
    expect(await world.stock.commit({ redemptionId, lineId })).toEqual({
      ok: false,
      refusal: { code: 'wrong_state', state: 'cancelled' },
    });
    expect(await countsOf(world)).toEqual(counts(5, 0, 0));
  });

  test('that was never reserved cannot be taken', async () => {
    const { stock } = await openStock(5);
    expect(await stock.commit({ redemptionId: 'rdm_1', lineId: 'l1' })).toEqual({
      ok: false,
      refusal: { code: 'wrong_state', state: 'unknown' },
    });
  });

  test('that was reserved is taken although the reward was stopped, ended and repriced since', async () => {
    const { stock } = await openStock(1);
    await stock.reserve(line('rdm_1'));
    await stock.publishPrice({
      key: newKey(),
      actor: CLERK,
      terms: { ...TERMS, priceVersion: 2, pointsEach: 9, endsAtMs: 1 },
    });
    await stock.stop({ key: newKey(), actor: CLERK });
    expect(await stock.commit({ redemptionId: 'rdm_1', lineId: 'l1' })).toMatchObject({
      value: { state: 'taken' },
    });
  });
});

describe('a reserve is refused', () => {
  const refusalOf = async (world: Awaited<ReturnType<typeof openStock>>, command = line('rdm_1')) => {
    const before = await world.stock.exportState();
    const outcome = await world.stock.reserve(command);
    const after = await world.stock.exportState();
    // A refusal has written nothing.
    expect(after.ok && after.value.headSeq).toBe(before.ok && before.value.headSeq);
    return outcome.ok ? outcome : outcome.refusal;
  };

  test.each([0, -1, 1.5, Number.MAX_SAFE_INTEGER])('for a quantity of %s', async (quantity) => {
    expect(await refusalOf(await openStock(5), line('rdm_1', quantity))).toEqual({
      code: 'invalid_input',
      field: 'quantity',
      reason: 'not a positive integer',
    });
  });

  test('when the reward is stopped, and no longer once it is resumed', async () => {
    const world = await openStock(5);
    await world.stock.stop({ key: newKey(), actor: CLERK });
    expect(await refusalOf(world)).toEqual({ code: 'stopped' });
    await world.stock.resume({ key: newKey(), actor: CLERK });
    expect(await world.stock.reserve(line('rdm_1'))).toMatchObject({ ok: true });
  });

  test('before the reward starts', async () => {
    const world = await openStock(5, { ...TERMS, startsAtMs: FUTURE_MS });
    expect(await refusalOf(world)).toEqual({ code: 'not_started', startsAtMs: FUTURE_MS });
  });

  test('before its first terms take effect', async () => {
    const world = await openStock(5, { ...TERMS, effectiveAtMs: FUTURE_MS });
    expect(await refusalOf(world)).toEqual({ code: 'not_started', startsAtMs: FUTURE_MS });
  });

  test('after the reward has ended', async () => {
    const world = await openStock(5, { ...TERMS, endsAtMs: 1_000 });
    expect(await refusalOf(world)).toEqual({ code: 'ended', endedAtMs: 1_000 });
  });

  test.each([
    ['an older version', { priceVersion: 1, pointsEach: 100 }],
    ['the version of tomorrow', { priceVersion: 3, pointsEach: 300 }],
    ['other points under this version', { priceVersion: 2, pointsEach: 100 }],
  ])('at %s, naming the quote in force', async (_, quote) => {
    const world = await openStock(5);
    const publish = (terms: typeof TERMS) => world.stock.publishPrice({ key: newKey(), actor: CLERK, terms });
    await publish({ ...TERMS, priceVersion: 2, pointsEach: 200 });
    await publish({ ...TERMS, priceVersion: 3, pointsEach: 300, effectiveAtMs: FUTURE_MS });
    expect(await refusalOf(world, { ...line('rdm_1'), ...quote })).toEqual({
      code: 'price_changed',
      priceVersion: 2,
      pointsEach: 200,
    });
  });

  test.each([
    ['points below the least', { pointsEach: 39, cashEachMinor: 610 }],
    ['a cent less than the mix asks', { pointsEach: 40, cashEachMinor: 599 }],
    ['cash beside the whole price', { pointsEach: 100, cashEachMinor: 1 }],
  ])('with %s, naming the mix', async (_, paid) => {
    const mix = { currency: 'CNY', pointsMin: 40, cashPerPoint: { numerator: 10, denominator: 1 } };
    const world = await openStock(5, { ...TERMS, mix });
    expect(await refusalOf(world, { ...line('rdm_1'), ...paid })).toEqual({
      code: 'price_changed',
      priceVersion: 1,
      pointsEach: 100,
      mix,
    });
    expect((await world.stock.reserve({ ...line('rdm_1'), pointsEach: 40, cashEachMinor: 600 })).ok).toBe(
      true,
    );
  });

  test('at the old price of an unlimited reward too', async () => {
    const world = await openStock('unlimited');
    expect(await refusalOf(world, { ...line('rdm_1'), pointsEach: 99 })).toMatchObject({
      code: 'price_changed',
    });
  });

  test('when fewer units are left than it asks for', async () => {
    expect(await refusalOf(await openStock(2), line('rdm_1', 3))).toEqual({
      code: 'sold_out',
      remainingUnits: 2,
    });
  });

  test('when its line was reserved with another quantity', async () => {
    const world = await openStock(5);
    await world.stock.reserve(line('rdm_1', 1));
    expect(await refusalOf(world, line('rdm_1', 2))).toEqual({ code: 'key_reused' });
  });

  test('in the written order where several refusals apply', async () => {
    const world = await openStock(0, { ...TERMS, endsAtMs: 1_000 });
    await world.stock.stop({ key: newKey(), actor: CLERK });
    const wrong = { ...line('rdm_1'), priceVersion: 7 };
    const seen = [await refusalOf(world, wrong)];
    await world.stock.resume({ key: newKey(), actor: CLERK });
    seen.push(await refusalOf(world, wrong));
    await world.stock.publishPrice({ key: newKey(), actor: CLERK, terms: { ...TERMS, priceVersion: 2 } });
    seen.push(await refusalOf(world, wrong), await refusalOf(world, { ...wrong, priceVersion: 2 }));
    expect(seen.map((refusal) => 'code' in refusal && refusal.code)).toEqual([
      'stopped',
      'ended',
      'price_changed',
      'sold_out',
    ]);
  });
});

describe('units', () => {
  const change = (world: Awaited<ReturnType<typeof openStock>>, deltaUnits: number, key = newKey()) =>
    world.stock.changeUnits({ key, actor: CLERK, deltaUnits, reason: 'count' });

  test('are taken away down to what is available and no further', async () => {
    const world = await openStock(5);
    await world.stock.reserve(line('rdm_1', 2));
    expect(await change(world, -4)).toEqual({ ok: false, refusal: { code: 'sold_out', remainingUnits: 3 } });
    expect(await change(world, -3)).toMatchObject({ value: counts(0, 2, 0) });
  });

  test('change once for a key', async () => {
    const world = await openStock(5);
    const first = await change(world, 3, 'same');
    expect(await change(world, 3, 'same')).toEqual({ ...first, replayed: true });
    expect(await change(world, 4, 'same')).toEqual({ ok: false, refusal: { code: 'key_reused' } });
    expect(await countsOf(world)).toEqual(counts(8, 0, 0));
  });

  test.each([0, 0.5, Number.MAX_SAFE_INTEGER])('do not change by %s', async (deltaUnits) => {
    expect(await change(await openStock(5), deltaUnits)).toMatchObject({
      refusal: { code: 'invalid_input', field: 'deltaUnits' },
    });
  });

  test('of an unlimited reward are not counted down, but what was given out is', async () => {
    const world = await openStock('unlimited');
    await world.stock.reserve(line('rdm_1', 7));
    expect(await countsOf(world)).toEqual({ ...counts(0, 7, 0), unlimited: true });
    expect(await change(world, 1)).toMatchObject({ refusal: { code: 'invalid_input' } });
  });
});

describe('publishing a price', () => {
  test('again with the same terms stands; other terms or a lower version are refused', async () => {
    const world = await openStock(5, { ...TERMS, priceVersion: 4 });
    const publish = (terms: typeof TERMS) => world.stock.publishPrice({ key: newKey(), actor: CLERK, terms });
    expect(await publish({ ...TERMS, priceVersion: 4 })).toMatchObject({ ok: true, replayed: true });
    expect(await publish({ ...TERMS, priceVersion: 4, pointsEach: 1 })).toMatchObject({
      refusal: { field: 'priceVersion', reason: 'published with other terms' },
    });
    expect(await publish({ ...TERMS, priceVersion: 3 })).toMatchObject({
      refusal: { field: 'priceVersion', reason: 'lower than a published one' },
    });
  });

  test.each([
    { priceVersion: 0 },
    { pointsEach: -1 },
    { pointsEach: 1.5 },
    { effectiveAtMs: 1.5 },
    { startsAtMs: 0.5 },
    { startsAtMs: 10, endsAtMs: 10 },
  ])('with %o is refused', async (wrong) => {
    const { stock } = await openStock(5, { ...TERMS, priceVersion: 1 });
    const terms = { ...TERMS, priceVersion: 2, ...wrong };
    expect(await stock.publishPrice({ key: newKey(), actor: CLERK, terms })).toMatchObject({
      refusal: { code: 'invalid_input' },
    });
  });

  test('for later shows the terms in force and the next', async () => {
    const { stock } = await openStock(5);
    const next = { ...TERMS, priceVersion: 2, pointsEach: 300, effectiveAtMs: FUTURE_MS };
    await stock.publishPrice({ key: newKey(), actor: CLERK, terms: next });
    expect(await stock.overview()).toMatchObject({ value: { current: TERMS, next } });
  });
});
