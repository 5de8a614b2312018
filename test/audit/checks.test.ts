import { describe, expect, test } from 'vitest';
import { auditTenant } from '../../src/audit/audit-tenant.ts';
import { checkIsolation } from '../../src/audit/checks/tenants.ts';
import type {
  AccountEvidence,
  DatabaseEvidence,
  StockEvidence,
  TenantEvidence,
} from '../../src/audit/evidence.ts';
import type { JsonObject } from '../../src/domain/journal.ts';
import { soundBooks, soundDatabase } from './books.ts';

type Broken = { evidence: TenantEvidence; account: AccountEvidence; stock: StockEvidence };

/** Breaks sound books in one place and says which invariants noticed. */
function noticedAfter(breakBooks: (books: Broken) => void): string[] {
  const evidence = soundBooks();
  const [account, stock] = evidence.objects;
  if (account?.kind !== 'account' || stock?.kind !== 'stock') throw new Error('the books have one of each');
  breakBooks({ evidence, account, stock });
  return [...new Set(auditTenant(evidence).map(({ invariant }) => invariant))];
}

/** The first of something that the sound books have. */
function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error('the sound books have one');
  return item;
}

test('sound books have nothing to find', () => {
  expect(auditTenant(soundBooks())).toEqual([]);
  expect(checkIsolation(soundDatabase())).toEqual([]);
});

test('a grant that its account has still to be told of is no finding', () => {
  const evidence = soundBooks();
  first(evidence.counterGrants).orderId = 'r9';
  expect(auditTenant({ ...evidence, untoldOrders: ['r9'] })).toEqual([]);
});

test('a finding names invariant, object, expected and found', () => {
  const evidence = soundBooks();
  const [account] = evidence.objects;
  if (account?.kind === 'account') first(account.state.lots).remainingPoints += 7;
  expect(auditTenant(evidence)).toEqual([
    {
      invariant: 'I1',
      object: 'account ten_1/mem_1',
      what: 'balance = Σ lot.remaining − debt',
      expected: 1_557,
      found: 1_550,
    },
    {
      invariant: 'I1',
      object: 'account ten_1/mem_1',
      what: 'available = Σ matured unexpired (remaining − held) − debt',
      expected: 1_557,
      found: 1_550,
    },
  ]);
});

describe('each invariant is missed when it does not hold', () => {
  test.each<[string, string, (books: Broken) => void]>([
    [
      'I1',
      'a balance that its entries do not make',
      ({ account }) => (account.state.balances.balancePoints += 1),
    ],
    [
      'I1',
      'a lot with points that nobody earned',
      ({ account }) => (first(account.state.lots).remainingPoints += 1),
    ],
    ['I1', 'more held than is there', ({ account }) => (first(account.state.lots).heldPoints = 1_501)],
    ['I1', 'a hold without its lots', ({ account }) => (first(account.state.holds).allocations = [])],
    [
      'I2',
      'less than nothing without a debt',
      ({ account }) => (account.state.balances.availablePoints = -1),
    ],
    ['I2', 'a debt below zero', ({ account }) => (account.state.balances.debtPoints = -5)],
    [
      'I3',
      'an order made at another time than its row says',
      ({ account }) => (first(account.state.orders).occurredAtMs += 1),
    ],
    ['I3', 'an order without its natural key', ({ account }) => account.state.naturalKeys.shift()],
    [
      'I3',
      'a natural key twice',
      ({ account }) => account.state.naturalKeys.push(first(account.state.naturalKeys)),
    ],
    [
      'I3',
      'a natural key that names another row',
      ({ account }) => (first(account.state.naturalKeys).seq = 3),
    ],
    [
      'I3',
      'a stored result that its row contradicts',
      ({ account }) => Object.assign(first(account.state.transportKeys).result as object, { points: 1 }),
    ],
    [
      'I3',
      'a stored result of a row that is not there',
      ({ stock }) => (first(stock.state.transportKeys).seq = 99),
    ],
    [
      'I3',
      'an order that says other points than it earned',
      ({ account }) => (first(account.state.orders).points = 9),
    ],
    ['I4', 'a row that Postgres lacks', ({ evidence }) => evidence.journalRows.pop()],
    [
      'I4',
      'a row that only Postgres has',
      ({ evidence }) => evidence.journalRows.push({ ...first(evidence.journalRows), seq: 99 }),
    ],
    ['I4', 'a row that Postgres has otherwise', ({ evidence }) => (first(evidence.journalRows).atMs += 1)],
    [
      'I4',
      'a redemption that Postgres has otherwise',
      ({ evidence }) => (first(evidence.redemptions).state = 'shipped'),
    ],
    ['I4', 'an order that Postgres lacks', ({ evidence }) => evidence.orders.pop()],
    [
      'I4',
      'a purchase missing from what a list says she spent',
      ({ evidence }) => (first(evidence.memberFigures).spentMinor = 0),
    ],
    [
      'I3',
      'a grant of other points than the account gave',
      ({ evidence }) => (first(evidence.counterGrants).points = 9),
    ],
    [
      'I3',
      'a grant of another amount than the account was told',
      ({ evidence }) => (first(evidence.counterGrants).amountMinor = 9),
    ],
    [
      'I3',
      'a grant of an order that its member does not have',
      ({ evidence }) => (first(evidence.counterGrants).orderId = 'r9'),
    ],
    [
      'I3',
      'a grant that is undone on the slip alone',
      ({ evidence }) => (first(evidence.counterGrants).undoneAtMs = 1),
    ],
    [
      'I8',
      'a grant that is another shop’s',
      ({ evidence }) => (first(evidence.counterGrants).tenantId = 'ten_2'),
    ],
    ['I4', 'a member no list has figures of', ({ evidence }) => evidence.memberFigures.splice(0)],
    [
      'I4',
      'a day of which a figure was changed',
      ({ evidence }) => (first(evidence.memberDays).issuedPoints += 1),
    ],
    ['I4', 'a day of a member that Postgres lacks', ({ evidence }) => evidence.memberDays.splice(0)],
    [
      'I4',
      'a day that no journal tells of',
      ({ evidence }) => evidence.memberDays.push({ ...first(evidence.memberDays), day: '1999-12-31' }),
    ],
    ['I4', 'a stock level of before', ({ evidence }) => (first(evidence.stockLevels).availableUnits = 20)],
    ['I4', 'an act that the audit log lacks', ({ evidence }) => evidence.auditLog.pop()],
    [
      'I4',
      'an act that the audit log has of somebody else',
      ({ evidence }) => (first(evidence.auditLog).actorId = 'usr_2'),
    ],
    [
      'I4',
      'a head that the registry does not know',
      ({ evidence }) => (first(evidence.registry).headSeq = 1),
    ],
    ['I4', 'rows that were never confirmed', ({ account }) => (account.state.confirmedSeq = 2)],
    [
      'I4',
      'a parked row',
      ({ evidence }) =>
        evidence.parked.push({ kind: 'account', objectId: 'mem_1', seq: 2, error: 'sqlstate_22P05' }),
    ],
    ['I5', 'units from nowhere', ({ stock }) => (stock.state.counts.availableUnits += 1)],
    ['I5', 'a reservation that nobody made', ({ stock }) => (first(stock.state.reservations).quantity = 2)],
    [
      'I5',
      'a reservation of another member',
      ({ stock }) => (first(stock.state.reservations).memberId = 'mem_2'),
    ],
    [
      'I5',
      'a line of another quantity',
      ({ account }) => (first(first(account.state.redemptions).lines).quantity = 3),
    ],
    [
      'I6',
      'units given back of a redemption that stands',
      ({ stock }) => (first(stock.state.reservations).state = 'cancelled'),
    ],
    ['I6', 'units never taken', ({ stock }) => stock.state.reservations.pop()],
    [
      'I6',
      'points given back of a redemption that stands',
      ({ account }) => (first(account.state.holds).state = 'released'),
    ],
    [
      'I6',
      'a redemption left half-way for an hour',
      ({ account }) =>
        Object.assign(first(account.state.redemptions), { state: 'committing', updatedAtMs: 0 }),
    ],
    [
      'I3',
      'what joining gave, which could be given again',
      ({ account }) => Object.assign(first(account.journal.slice(2)).body, { source: { kind: 'sign_up' } }),
    ],
    ['I8', 'an object of another shop', ({ stock }) => (stock.state.address.tenantId = 'ten_2')],
    ['I8', 'a row of another shop', ({ evidence }) => (first(evidence.orders).tenantId = 'ten_2')],
    [
      'I8',
      'an object that does not answer',
      ({ evidence }) => evidence.silent.push({ kind: 'stock', objectId: 'rwd_2', answer: '503' }),
    ],
    ['I8', 'an object that is not registered', ({ evidence }) => evidence.registry.pop()],
    ['I9', 'a row changed afterwards', ({ account }) => (first(account.journal).body = { timeZone: 'UTC' })],
    ['I9', 'a row taken out', ({ stock }) => stock.journal.splice(2, 1)],
    ['I9', 'a head of another journal', ({ stock }) => (stock.state.headHash = 'f'.repeat(64))],
    [
      'I9',
      'an address exchanged',
      ({ account }) =>
        (account.journal[3] = { ...first(account.journal.slice(3)), detail: { delivery: null } }),
    ],
  ])('%s: %s', (invariant, _, breakBooks) => {
    expect(noticedAfter(breakBooks)).toContain(invariant);
  });

  test.each<[string, (database: DatabaseEvidence) => void]>([
    ['a table without forced row-level security', ({ relations }) => (first(relations).forced = false)],
    ['a table without its policy', ({ relations }) => (first(relations).policies = [])],
    [
      'a policy that lets everything through',
      ({ relations }) => (first(first(relations).policies).using = 'true'),
    ],
    ['a view', ({ relations }) => (first(relations).kind = 'v')],
    ['rows of a shop that is not there', ({ strays }) => strays.push({ table: 'orders', tenantId: 'ten_x' })],
    ['an answer that tells foreign from missing', ({ probes }) => (first(probes).foreign = '{"ok":true}')],
  ])('I8: %s', (_, breakDatabase) => {
    const database = soundDatabase();
    breakDatabase(database);
    expect(checkIsolation(database).map(({ invariant }) => invariant)).toContain('I8');
  });
});

test('rows of releases that did not tell the time or the price of a purchase are no fault of its order', () => {
  const noticed = noticedAfter(({ account }) => {
    for (const { body } of account.journal) {
      const told = body.order as JsonObject | undefined;
      delete told?.occurredAtMs;
      delete told?.spentMinor;
    }
  });
  // The chain notices that a row was edited here; the order itself is as its row has it.
  expect(noticed).not.toContain('I3');
  expect(noticed).toContain('I9');
});
