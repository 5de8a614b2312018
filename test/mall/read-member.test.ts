import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Context } from '../../src/context.ts';
import { ACCOUNT_WAIT_MS, readMember, requireMember } from '../../src/features/mall/read-member.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { BALANCES } from './fixtures.ts';

const overview = {
  balances: BALANCES,
  expiries: [],
  maturities: [],
  sessionGeneration: 2,
  openHolds: 0,
  seq: 9,
};

/** A reader whose account answers like this; nothing else of the context is touched. */
function reader(answer: () => Promise<unknown>, sessionGeneration = 2): { ctx: Context } {
  const ctx: Partial<Context> = {
    actor: { kind: 'member', memberId: 'mem_1', provedUntilMs: null, sessionGeneration },
    accounts: { of: () => ({ overview: answer }) } as unknown as Context['accounts'],
  };
  return { ctx: ctx as Context };
}

const known = () => Promise.resolve({ ok: true, value: overview, replayed: false, seq: 9 });

afterEach(() => {
  vi.useRealTimers();
});

describe('the reader’s own figures', () => {
  test('are those of her account', async () => {
    expect(await readMember(reader(known))).toEqual({ kind: 'known', memberId: 'mem_1', overview });
  });

  test('belong to a visitor where the account has ended the session', async () => {
    expect(await readMember(reader(known, 1))).toEqual({ kind: 'visitor' });
    expect(await requireMember(reader(known, 1))).toBeNull();
  });

  test('are unknown, not zero, where the account can’t be reached', async () => {
    const away = () => Promise.reject(new AppError('unavailable'));
    expect(await readMember(reader(away))).toEqual({ kind: 'unknown' });
    await expect(requireMember(reader(away))).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('are unknown where the account does not answer in time', async () => {
    vi.useFakeTimers();
    const read = readMember(reader(() => new Promise(() => {})));
    await vi.advanceTimersByTimeAsync(ACCOUNT_WAIT_MS);
    expect(await read).toEqual({ kind: 'unknown' });
  });

  test('a bug is not mistaken for an account that is away', async () => {
    await expect(readMember(reader(() => Promise.reject(new TypeError('bug'))))).rejects.toThrow('bug');
  });
});
