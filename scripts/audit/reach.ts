import process from 'node:process';
import type { AccountExport } from '../../src/account/contract.ts';
import { joinExport, KeptChanging } from '../../src/audit/join-export.ts';
import type { Audit } from '../../src/audit/report.ts';
import type { JournalRow, ObjectKind } from '../../src/domain/journal.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { SHOPS_PER_WRITE } from '../../src/features/home/shop-audit.ts';
import type { PublicAudit } from '../../src/features/site/public-audit.ts';
import type { ExportRequest } from '../../src/object/export-page.ts';
import type { StockExport } from '../../src/stock/contract.ts';
import { type Addresses, readAddresses } from '../local/addresses.ts';
import { localFetch } from '../local/local-fetch.ts';

/** Where a running Pointmall is reached by its operator: objects through the Worker, Postgres as its owner. */
export type Reach = {
  console: string;
  internalToken: string;
  databaseOwnerUrl: string;
  /** Base address of the local services; null where Neon itself answers. */
  localEndpoint: string | null;
  /** The platform's key at Stripe, or at the stand-in of `apiBase`; null: Stripe is not asked. */
  stripe: { secretKey: string; apiBase: string | null } | null;
};

/** What one answer carries at most; the object itself allows as much. */
const PAGE_BYTES = 4_000_000;

type ExportOf<Kind extends ObjectKind> = Kind extends 'account' ? AccountExport : StockExport;

export type ObjectRef = { kind: ObjectKind; tenantId: string; objectId: string };

/** The addresses in the environment, else those of the Pointmall that runs on the state folder. */
export function findReach(): Reach | null {
  const { CONSOLE_URL, INTERNAL_TOKEN, DATABASE_URL, STRIPE_SECRET_KEY, STRIPE_API_BASE } = process.env;
  const given = STRIPE_SECRET_KEY ? { secretKey: STRIPE_SECRET_KEY, apiBase: STRIPE_API_BASE ?? null } : null;
  if (CONSOLE_URL && INTERNAL_TOKEN && DATABASE_URL)
    return {
      console: CONSOLE_URL,
      internalToken: INTERNAL_TOKEN,
      databaseOwnerUrl: DATABASE_URL,
      localEndpoint: null,
      stripe: given,
    };
  const local = readAddresses();
  return local && reachAt(local, given);
}

/** A Pointmall on this machine; Stripe is asked by `stripe` where no stand-in answers for it. */
export function reachAt(local: Addresses, stripe: Reach['stripe']): Reach {
  const { stripe: apiBase, stripeSecretKey: secretKey } = local;
  const standIn = apiBase && secretKey ? { secretKey, apiBase } : null;
  return { ...local, localEndpoint: local.services, stripe: standIn ?? stripe };
}

/** An object that was asked and gave no answer of its own. */
export class ObjectSilent extends Error {
  override readonly name = 'ObjectSilent';
}

function post(reach: Reach, path: string, body: object): Promise<Response> {
  const address = new URL(path, reach.console);
  const send = address.hostname.endsWith('localhost') ? localFetch : fetch;
  return send(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${reach.internalToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Gives the product's own page what to tell of the last audit. */
export async function publishAudit(reach: Reach, summary: PublicAudit): Promise<void> {
  const { ok, status } = await post(reach, '/__internal/audit', summary);
  if (!ok) throw new Error(`the audit was made and could not be published: status ${status}`);
}

/** Gives each shop's Home what to tell of its own books. */
export async function publishShopAudits(
  reach: Reach,
  { tenants }: Pick<Audit, 'tenants'>,
  atMs: number,
): Promise<void> {
  const shops = tenants.map(({ tenantId, findings }) => ({ tenantId, atMs, findings: findings.length }));
  for (let start = 0; start < shops.length; start += SHOPS_PER_WRITE) {
    const some = shops.slice(start, start + SHOPS_PER_WRITE);
    const { ok, status } = await post(reach, '/__internal/shop-audits', { shops: some });
    if (!ok) throw new Error(`the audit was made and could not be told to its shops: status ${status}`);
  }
}

/** What an object answers, byte for byte. */
export async function askObject(reach: Reach, question: ObjectRef & { method: string; page?: object }) {
  const response = await post(reach, '/__internal/objects', question);
  const text = await response.text();
  // 401 means that nothing can be asked; anything else is about this object alone.
  if (response.status === 401) throw new Error('the Worker does not know this INTERNAL_TOKEN');
  if (!response.ok) throw new ObjectSilent(`status ${response.status}`);
  return text;
}

/** The object's whole state out of its pages, or null where it says that it was never opened. */
export async function exportState<Kind extends ObjectKind>(
  reach: Reach,
  object: ObjectRef & { kind: Kind },
): Promise<ExportOf<Kind> | null> {
  try {
    return await joinExport((cursor) => exportPage(reach, object, { cursor, bytes: PAGE_BYTES }));
  } catch (failure) {
    throw failure instanceof KeptChanging ? new ObjectSilent(failure.message) : failure;
  }
}

/** What every page of the object's export says of it: where its journal and its cursors stand. */
export function exportHead(reach: Reach, object: ObjectRef) {
  return exportPage(reach, object, { cursor: null, bytes: 1 });
}

async function exportPage<Kind extends ObjectKind>(
  reach: Reach,
  object: ObjectRef & { kind: Kind },
  page: ExportRequest,
): Promise<ExportOf<Kind> | null> {
  const question = { ...object, method: 'exportState', page };
  const answer = JSON.parse(await askObject(reach, question)) as Outcome<ExportOf<Kind>>;
  if (answer.ok) return answer.value;
  if (answer.refusal.code === 'not_open') return null;
  throw new Error(`${object.kind} ${object.objectId} refused its export: ${answer.refusal.code}`);
}

/** The object's whole journal, page by page. */
export async function exportJournal(reach: Reach, object: ObjectRef): Promise<JournalRow[]> {
  type Page = { items: JournalRow[]; nextCursor: number | null };
  const rows: JournalRow[] = [];
  let fromSeq: number | null = 1;
  while (fromSeq !== null) {
    const page = { fromSeq, limit: 500 };
    const answer = JSON.parse(
      await askObject(reach, { ...object, method: 'exportJournal', page }),
    ) as Outcome<Page>;
    if (!answer.ok)
      throw new Error(`${object.kind} ${object.objectId} refused its journal: ${answer.refusal.code}`);
    rows.push(...answer.value.items);
    fromSeq = answer.value.nextCursor;
  }
  return rows;
}

/** Does the work for every item, a few at a time, and keeps their order. */
export async function mapFew<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  atOnce = 8,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += atOnce)
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))));
  return results;
}
