import type { Job } from '../object/jobs.ts';
import type { OpenAccount } from './open-account.ts';
import { spreadOf, writeDown, writeDownDueAtMs } from './write-down.ts';

const WRITE_DOWN_LIMIT_MS = 20_000;
const REDEMPTIONS_LIMIT_MS = 60_000;
const PAYMENTS_LIMIT_MS = 10_000;
/** Vouchers end with the shop's day, all at midnight; reading one goes by the clock. */
const VOUCHER_SPREAD_MS = 3_600_000;

/**
 * What the alarm does for an account beside delivery: what the clock has decided, unfinished
 * redemptions, and payments that Stripe is asked about. `open` gives null until the account is open.
 */
export function accountJobs(open: () => OpenAccount | null): Job[] {
  return [
    {
      name: 'write_down',
      limitMs: WRITE_DOWN_LIMIT_MS,
      dueAtMs: () => {
        const account = open();
        return account === null ? null : writeDownDueAtMs(account.desk);
      },
      run: (nowMs) => {
        const account = open();
        if (account !== null) writeDown(account.desk, nowMs);
      },
    },
    {
      name: 'redemptions',
      limitMs: REDEMPTIONS_LIMIT_MS,
      dueAtMs: () => open()?.redemptions.dueAtMs() ?? null,
      run: async (nowMs) => open()?.redemptions.runDue(nowMs),
    },
    {
      name: 'vouchers',
      limitMs: WRITE_DOWN_LIMIT_MS,
      dueAtMs: () => {
        const account = open();
        const endsAtMs = account?.redemptions.voucherEndsAtMs() ?? null;
        return account === null || endsAtMs === null
          ? null
          : endsAtMs + spreadOf(account.desk, VOUCHER_SPREAD_MS);
      },
      run: (nowMs) => open()?.redemptions.endVouchers(nowMs),
    },
    {
      name: 'payments',
      limitMs: PAYMENTS_LIMIT_MS,
      dueAtMs: () => open()?.redemptions.paymentsDueAtMs() ?? null,
      run: async (nowMs) => open()?.redemptions.runDuePayments(nowMs),
    },
  ];
}
