import { and, eq, lte, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { type AccountRequest, paymentAccounts } from '../../db/schema/payments.ts';
import { refuseUnless } from '../../db/tenant.ts';
import type { AccountReport, ConnectState } from '../../domain/payment/connected-account.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type PaymentAccountRow = typeof paymentAccounts.$inferSelect;
export type { AccountRequest };

const UNHEARD: AccountReport = {
  chargesEnabled: false,
  payoutsEnabled: false,
  detailsSubmitted: false,
  disabledReason: null,
  requirements: { due: [], pending: [], deadlineMs: null },
};

const NEVER_MS = 0;

const ofTenant = ({ tenant }: Scope) => eq(paymentAccounts.tenantId, tenant.id);
const isRequest = (key: string) => sql`${paymentAccounts.request} ->> 'idempotencyKey' = ${key}`;

export function selectPaymentAccount(scope: Scope) {
  return scope.db.build.select().from(paymentAccounts).where(ofTenant(scope));
}

/** A row that says nothing yet, unless the shop has one. */
export function insertUnconnected({ db, tenant }: Scope, nowMs: number) {
  return db.build
    .insert(paymentAccounts)
    .values({
      ...UNHEARD,
      tenantId: tenant.id,
      state: 'none',
      applicationFeeBasisPoints: 0,
      counterEnabled: false,
      requests: 0,
      askedAtMs: NEVER_MS,
      updatedAtMs: nowMs,
    })
    .onConflictDoNothing();
}

type NewRequest = {
  request: AccountRequest;
  country: string;
  applicationFeeBasisPoints: number;
  /** Requests made before this one, as read; another that came in between makes this one miss. */
  requestsBefore: number;
  nowMs: number;
};

/** Puts a request for an account in the place of whatever account the shop had. */
export function storeRequest(scope: Scope, { request, country, nowMs, ...given }: NewRequest) {
  const { applicationFeeBasisPoints, requestsBefore } = given;
  return scope.db.build
    .update(paymentAccounts)
    .set({
      ...UNHEARD,
      request,
      country,
      applicationFeeBasisPoints,
      state: 'onboarding',
      accountId: null,
      eventsCursor: null,
      askedAtMs: NEVER_MS,
      requests: requestsBefore + 1,
      updatedAtMs: nowMs,
    })
    .where(and(ofTenant(scope), eq(paymentAccounts.requests, requestsBefore)));
}

/** Fails the batch unless this very request is the one that stands. */
export function refuseUnlessRequested(scope: Scope, key: string) {
  const found = sql`exists (select 1 from ${paymentAccounts} where ${ofTenant(scope)} and ${isRequest(key)})`;
  return refuseUnless(found, 'overtaken');
}

/** The account that came of a request. Stored twice it is stored once. */
export function storeAccount(scope: Scope, key: string, accountId: string, nowMs: number) {
  return scope.db.build
    .update(paymentAccounts)
    .set({ accountId, request: null, updatedAtMs: nowMs })
    .where(and(ofTenant(scope), isRequest(key)));
}

/** Nothing came of a request, and nothing will. */
export function dropRequest(scope: Scope, key: string, nowMs: number) {
  return scope.db.build
    .update(paymentAccounts)
    .set({ request: null, country: null, state: 'none', updatedAtMs: nowMs })
    .where(and(ofTenant(scope), isRequest(key)));
}

type Heard = { accountId: string; state: ConnectState; report: AccountReport | null; askedAtMs: number };

/** What Stripe says of the account; an answer to an older question than the last one's misses. */
export function storeReport(scope: Scope, { accountId, state, report, askedAtMs }: Heard) {
  return scope.db.build
    .update(paymentAccounts)
    .set({ ...(report ?? UNHEARD), state, askedAtMs, updatedAtMs: askedAtMs })
    .where(
      and(
        ofTenant(scope),
        eq(paymentAccounts.accountId, accountId),
        lte(paymentAccounts.askedAtMs, askedAtMs),
      ),
    )
    .returning();
}

export function setCounterEnabled(scope: Scope, counterEnabled: boolean, nowMs: number) {
  return scope.db.build
    .update(paymentAccounts)
    .set({ counterEnabled, updatedAtMs: nowMs })
    .where(ofTenant(scope))
    .returning();
}
