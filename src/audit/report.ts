import type { Json } from '../domain/journal.ts';
import { formatMoney } from '../messages/format.ts';
import type { CashFigures, Totals } from './cash-figures.ts';
import type { Finding, Invariant } from './evidence.ts';

/** What each invariant means to the shop whose books these are. */
const MEANING: Record<Invariant, string> = {
  I1: 'Every balance equals its entries, and the points still there',
  I2: 'Nobody has less than nothing, owed points apart',
  I3: 'Every purchase, refund and redemption happened exactly once',
  I4: 'The history that pages show equals the books',
  I5: 'Units given out, reserved and left add up',
  I6: 'Every redemption is whole or undone',
  I7: 'No cash is kept without goods or a refund',
  I8: 'Shops are kept apart',
  I9: 'No page of the books was changed afterwards',
};

export const INVARIANTS = Object.keys(MEANING) as Invariant[];

export type AuditedTenant = {
  tenantId: string;
  name: string;
  accounts: number;
  stocks: number;
  rows: number;
  cash: CashFigures;
  findings: Finding[];
};

export type Audit = {
  tenants: AuditedTenant[];
  database: { relations: number; probes: number; findings: Finding[] };
};

export function allFindings(audit: Audit): Finding[] {
  return [...audit.tenants.flatMap(({ findings }) => findings), ...audit.database.findings];
}

/** How much was audited and what was found, for anyone to read: no shop is named. */
export function summaryOf({ tenants, database }: Audit, atMs: number) {
  const total = (of: (tenant: AuditedTenant) => number) => tenants.reduce((sum, each) => sum + of(each), 0);
  return {
    atMs,
    shops: tenants.length,
    accounts: total(({ accounts }) => accounts),
    entries: total(({ rows }) => rows),
    findings: allFindings({ tenants, database }).length,
  };
}

/** The audit in words: shop by shop, each invariant by what it means, and whatever does not hold. */
export function reportText(audit: Audit): string {
  const { relations, probes, findings: across } = audit.database;
  const lines = audit.tenants.flatMap(({ tenantId, name, accounts, stocks, rows, cash, findings }) => [
    `${name} (${tenantId}): ${accounts} members, ${stocks} rewards, ${rows} rows of books`,
    ...INVARIANTS.map((invariant) => verdict(invariant, findings)),
    ...cashLines(cash),
    ...findings.map(finding),
    '',
  ]);
  lines.push(
    `Between shops: ${relations} tables, ${probes} questions about other shops' ids`,
    verdict('I8', across),
  );
  lines.push(...across.map(finding), '');
  const count = allFindings(audit).length;
  const shops = audit.tenants.length === 1 ? '1 shop' : `${audit.tenants.length} shops`;
  const wrong = count === 1 ? '1 thing does not add up' : `${count} things do not add up`;
  lines.push(count === 0 ? `Everything adds up in ${shops}.` : `${wrong} in ${shops}.`);
  return lines.join('\n');
}

/** The cash per currency in the books of the shop and in Stripe's, and what could not be compared. */
function cashLines({ totals, atStripe, unlisted }: CashFigures): string[] {
  const currencies = [...new Set([...Object.keys(totals), ...Object.keys(atStripe ?? {})])].sort();
  const lines = currencies.map((currency) => {
    const money = (amountMinor: number) => formatMoney('en', amountMinor, currency);
    const { received = 0, kept = 0, refunded = 0 } = totals[currency] ?? {};
    const books = `${money(received)} came in, ${money(kept)} kept, ${money(refunded)} given back or about to be`;
    const listed = atStripe?.[currency];
    if (listed === undefined) return `  Cash in ${currency}: ${books}`;
    const unheard = listed.unheard === 0 ? '' : `, ${money(listed.unheard)} not heard of here`;
    const stripe = `${money(listed.charged)} charged, ${money(listed.refunded)} refunded${unheard}`;
    return `  Cash in ${currency}: ${books}; Stripe lists ${stripe}`;
  });
  if (atStripe === null) lines.push('  Stripe was not asked: set STRIPE_SECRET_KEY to compare its lists');
  for (const { accountId, totals: own } of unlisted)
    lines.push(`  Stripe no longer shows account ${accountId}: ${sumsOf(own)}`);
  return lines;
}

function sumsOf(totals: Totals): string {
  const sums = Object.entries(totals).map(([currency, { received }]) =>
    formatMoney('en', received, currency),
  );
  return sums.length === 0 ? 'no cash was taken by it' : `${sums.join(' and ')} could not be compared`;
}

function verdict(invariant: Invariant, findings: readonly Finding[]): string {
  const broken = findings.filter((each) => each.invariant === invariant).length;
  return `  ${broken === 0 ? '✓' : '✗'} ${invariant} ${MEANING[invariant]}${broken === 0 ? '' : `: ${broken} not`}`;
}

function finding({ invariant, object, what, expected, found }: Finding): string {
  return `    ${invariant} ${object}\n      ${what}\n      expected ${shown(expected)}\n      found    ${shown(found)}`;
}

function shown(value: Json): string {
  return value === null ? 'nothing' : JSON.stringify(value);
}
