import type { AccountExport } from '../account/contract.ts';
import type {
  auditLog,
  counterAsks,
  counterGrants,
  memberDays,
  memberFigures,
  memberImportMembers,
  memberImportRows,
  memberImports,
  orders,
  redemptions,
  stockLevels,
  voucherCodes,
} from '../db/schema/index.ts';
import type { JournalRow, Json, ObjectKind } from '../domain/journal.ts';
import type { StockExport } from '../stock/contract.ts';
import type { ListedCash } from '../stripe/list-cash.ts';

/** One object as it told of itself: its state and its whole journal. */
export type AccountEvidence = {
  kind: 'account';
  objectId: string;
  state: AccountExport;
  journal: JournalRow[];
};
export type StockEvidence = { kind: 'stock'; objectId: string; state: StockExport; journal: JournalRow[] };
export type ObjectEvidence = AccountEvidence | StockEvidence;

/** A journal row as Postgres holds it. */
export type CopiedRow = JournalRow & {
  tenantId: string;
  objectKind: ObjectKind;
  objectId: string;
  points: number | null;
  balanceAfter: number | null;
};

export type RegistryRow = {
  kind: ObjectKind;
  objectId: string;
  epoch: number;
  headSeq: number;
  headHash: string;
  state: 'registered' | 'open' | 'closed';
};

export type ParkedRow = { kind: ObjectKind; objectId: string; seq: number; error: string };

/** Everything that is known of one shop, from its objects and from Postgres. */
export type TenantEvidence = {
  tenantId: string;
  name: string;
  /** By which its days are told apart. */
  timeZone: string;
  objects: ObjectEvidence[];
  /** Registered objects that say that they were never opened. */
  unopened: { kind: ObjectKind; objectId: string }[];
  /** Registered objects that gave no answer at all, and what came instead. */
  silent: { kind: ObjectKind; objectId: string; answer: string }[];
  registry: RegistryRow[];
  journalRows: CopiedRow[];
  redemptions: Omit<typeof redemptions.$inferSelect, 'number' | 'visitedAtMs'>[];
  orders: Omit<typeof orders.$inferSelect, 'occurredAtMs' | 'spentMinor'>[];
  memberFigures: (typeof memberFigures.$inferSelect)[];
  memberDays: (typeof memberDays.$inferSelect)[];
  stockLevels: (typeof stockLevels.$inferSelect)[];
  voucherCodes: (typeof voucherCodes.$inferSelect)[];
  auditLog: (typeof auditLog.$inferSelect)[];
  /** What was given at the counter, and the orders of it that accounts had still to be told of by then. */
  counterGrants: (typeof counterGrants.$inferSelect)[];
  untoldOrders: string[];
  /** What members were asked to confirm at the counter, each with the name that its redemption would have. */
  counterAsks: (typeof counterAsks.$inferSelect & { redemptionId: string })[];
  /** Lists of older members, whom they name, and what became of their rows. */
  memberImports: (typeof memberImports.$inferSelect)[];
  memberImportMembers: (typeof memberImportMembers.$inferSelect)[];
  memberImportRows: Pick<typeof memberImportRows.$inferSelect, 'importId' | 'row' | 'state'>[];
  parked: ParkedRow[];
  /**
   * What Stripe's own lists have of every account that payments of this shop were made on; `listed` is
   * null where Stripe does not show the account to this platform any more. Null: Stripe was not asked.
   */
  atStripe: { accountId: string; listed: ListedCash | null }[] | null;
};

/** What Postgres's catalogue says of one relation, and what asking across shops came to. */
export type DatabaseEvidence = {
  relations: {
    name: string;
    kind: string;
    enabled: boolean;
    forced: boolean;
    policies: { name: string; command: string; roles: string[]; using: string; check: string | null }[];
  }[];
  /** Shops that rows name and that are not there. */
  strays: { table: string; tenantId: string }[];
  /** What shop A was answered about B's id and about an id that is nobody's. */
  probes: { asked: string; foreign: string; missing: string }[];
};

export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9';

/** One thing that is not as it must be. */
export type Finding = { invariant: Invariant; object: string; what: string; expected: Json; found: Json };

export function accountsOf({ objects }: TenantEvidence): AccountEvidence[] {
  return objects.filter((each) => each.kind === 'account');
}

export function stocksOf({ objects }: TenantEvidence): StockEvidence[] {
  return objects.filter((each) => each.kind === 'stock');
}

/** How findings name an object. */
export function nameOf(tenantId: string, { kind, objectId }: { kind: ObjectKind; objectId: string }): string {
  return `${kind} ${tenantId}/${objectId}`;
}
