import { describe, expect, test } from 'vitest';
import { commands, seqOf, world } from './every-command.ts';
import { newKey } from './world.ts';

describe('a command sent twice', () => {
  test.each(commands)('%s has its effect once and answers the first result again', async (_, call) => {
    const shop = await world();
    const key = newKey();
    const first = await call(shop, key);
    const before = await seqOf(shop);
    const second = await call(shop, key);
    expect(first).toMatchObject({ ok: true, replayed: false });
    expect(second).toEqual({ ...first, replayed: true });
    expect(await seqOf(shop)).toBe(before);
  });

  test.each(commands)('%s twenty times at once has its effect once', async (_, call) => {
    const shop = await world();
    const key = newKey();
    const before = await seqOf(shop);
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(shop, key)));
    const values = answers.map((answer) => (answer.ok ? answer.value : answer.refusal));
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(1);
    expect(answers.filter((answer) => answer.ok && !answer.replayed)).toHaveLength(1);
    expect((await seqOf(shop)) - before).toBeLessThanOrEqual(3);
  });

  test.each([
    ['an order', commands[0]?.[1]],
    ['a refund', commands[1]?.[1]],
    ['a start of fulfilment', commands[5]?.[1]],
    ['a shipment', commands[6]?.[1]],
  ])('%s under another key is recognised by what it is about', async (_, call) => {
    const shop = await world();
    const first = await call?.(shop, newKey());
    const before = await seqOf(shop);
    const second = await call?.(shop, newKey());
    expect(second).toEqual({ ...first, replayed: true });
    expect(await seqOf(shop)).toBe(before);
  });
});
