import { and, eq } from 'drizzle-orm';
import type { Context } from '../../src/context.ts';
import { members } from '../../src/db/schema/index.ts';
import type { ListedCells } from '../../src/domain/imports/listed-row.ts';
import { createImport } from '../../src/features/imports/create-import.ts';
import { addRowsSchema, createImportSchema } from '../../src/features/imports/file-schemas.ts';
import type { ImportRow } from '../../src/features/imports/list-queries.ts';
import { stepImport } from '../../src/features/imports/step-import.ts';
import { undoImport } from '../../src/features/imports/undo-import.ts';
import { addRows, startImport } from '../../src/features/imports/upload-rows.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { must, newKey, pointsOf, type Shop } from './world.ts';

let files = 0;
/** A file that no test has had; every file differs from all others. */
const digestOf = (file: number) => file.toString(16).padStart(64, '0');

export type Cells = ListedCells & { phone?: string };

/** A file that was uploaded and begun; none of its rows is taken yet. */
export async function begun(shop: Shop, people: Cells[], given: object = {}): Promise<string> {
  files += 1;
  const asked = createImportSchema.parse({
    name: 'cards.csv',
    digest: digestOf(files),
    rowsTotal: people.length,
    dateOrder: null,
    knownMembers: 'add',
    expiry: 'never',
    ...given,
  });
  const ctx = shop.owner;
  const { id: importId } = must(await createImport({ ctx, input: { ...asked, key: newKey() } }));
  const rows = people.map((cells, place) => ({ row: place + 2, cells }));
  must(await addRows({ ctx, input: { importId, ...addRowsSchema.parse({ rows }) } }));
  must(await startImport({ ctx, input: { importId } }));
  return importId;
}

/** Steps until nothing is left to do. */
export async function toTheEnd(ctx: Context, importId: string): Promise<ImportRow> {
  for (let steps = 0; steps < 50; steps += 1) {
    const list = must(await stepImport({ ctx, input: { importId } }));
    if (list.state === 'done' || list.state === 'reversed') return list;
  }
  throw new Error('a list that never ends');
}

/** A file that is in. */
export async function imported(shop: Shop, people: Cells[], given: object = {}): Promise<ImportRow> {
  return toTheEnd(shop.owner, await begun(shop, people, given));
}

/** The same list taken back to its end. */
export async function takenBack(shop: Shop, importId: string): Promise<ImportRow> {
  must(await undoImport({ ctx: shop.owner, input: { importId } }));
  return toTheEnd(shop.owner, importId);
}

type Account = ReturnType<Context['accounts']['of']>;

/** The same request, cut off before these calls reach an account. */
export function cutOff(ctx: Context, calls: readonly (keyof Account)[]): Context {
  const fail = () => Promise.reject(new AppError('unavailable'));
  const of = (memberId: string): Account => ({
    ...ctx.accounts.of(memberId),
    ...Object.fromEntries(calls.map((call) => [call, fail])),
  });
  return { ...ctx, accounts: { of } };
}

/** The same request, cut off before that many-th batch reaches Postgres. */
export function cutOffBatch(ctx: Context, which: number): Context {
  let batches = 0;
  const batch: Context['db']['batch'] = (tenantId, queries) => {
    batches += 1;
    return batches === which ? Promise.reject(new AppError('unavailable')) : ctx.db.batch(tenantId, queries);
  };
  return { ...ctx, db: { ...ctx.db, batch } };
}

/** Who has this id of the shop's own now; null where nobody has. */
export async function memberOf({ owner: { db, tenant } }: Shop, externalId: string) {
  const own = and(eq(members.tenantId, tenant.id), eq(members.externalId, externalId));
  const [[found]] = await db.batch(tenant.id, [db.build.select().from(members).where(own)]);
  return found ?? null;
}

/** Every member of the shop, the closed ones too. */
export async function everybody({ owner: { db, tenant } }: Shop) {
  const [rows] = await db.batch(tenant.id, [
    db.build.select().from(members).where(eq(members.tenantId, tenant.id)),
  ]);
  return rows;
}

export const holds = async (shop: Shop, externalId: string) =>
  pointsOf(shop, String((await memberOf(shop, externalId))?.id));
