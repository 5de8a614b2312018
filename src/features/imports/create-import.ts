import { actorRef, type Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { refuseUnless } from '../../db/tenant.ts';
import { momentOfWallTime, startOfDayAfter } from '../../domain/calendar.ts';
import { NO_FIGURES } from '../../domain/imports/listed-row.ts';
import { lotTimes } from '../../domain/programme/lot-times.ts';
import { asJson } from '../../lib/as-json.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { refusalOfClosed } from '../tenants/shop-gate.ts';
import type { CreateImportInput } from './file-schemas.ts';
import { getImport } from './get-import.ts';
import { dropForgotten, type ImportRow, insertImport, isNewFile } from './list-queries.ts';

const DAY_MS = 86_400_000;
const KNOWN_FILE = 'file was brought before';
/** What the same file is refused with while what it brought stands. */
export const ALREADY_IMPORTED = {
  code: 'invalid_input',
  field: 'digest',
  reason: 'already_imported',
} as const;

/**
 * Begins a list from a file: how it is read is fixed from here on. The same file is refused while what it
 * brought stands, unless somebody says that it is meant again.
 */
export async function createImport({
  ctx,
  input: { key, ...input },
}: {
  ctx: Context;
  input: CreateImportInput & { key: string };
}): Promise<Result<ImportRow>> {
  const closed = refusalOfClosed(ctx);
  if (closed) return refuse(closed);
  const { actor, tenant } = ctx;
  const { name, digest, rowsTotal, dateOrder, knownMembers, again } = input;
  const nowMs = ctx.clock.nowMs();
  const expiry = await endOf(ctx, input.expiry, nowMs);
  if (!expiry.ok) return refuse({ code: 'invalid_input', field: 'expiry', reason: 'not_a_future_day' });
  const id = newId('imp');
  const row = {
    tenantId: tenant.id,
    id,
    name,
    source: 'file' as const,
    state: 'uploading' as const,
    digest,
    rowsTotal,
    options: { dateOrder, knownMembers, ...(again && { again }) },
    expiresAtMs: expiry.atMs,
    figures: { ...NO_FIGURES, waitingRows: rowsTotal },
    createdById: actorRef(actor).id,
    createdByName: 'name' in actor ? actor.name : null,
    createdAtMs: nowMs,
  };
  const created = await runOnce({
    ctx,
    key,
    operation: 'imports.create',
    input: asJson(input),
    statements: [
      ...dropForgotten(ctx, nowMs - DAY_MS),
      ...(again ? [] : [refuseUnless(isNewFile(ctx, digest), KNOWN_FILE)]),
      insertImport(ctx, row),
    ],
    value: id,
    status: 201,
    refusalOf: (conflict) =>
      conflict.kind === 'guard' && conflict.reason === KNOWN_FILE ? ALREADY_IMPORTED : null,
  });
  return created.ok ? getImport({ ctx, input: { importId: created.value } }) : created;
}

/** Until when points live whose row does not say it; null: for ever. */
async function endOf(
  ctx: Context,
  expiry: CreateImportInput['expiry'],
  nowMs: number,
): Promise<{ ok: true; atMs: number | null } | { ok: false }> {
  const { timeZone } = ctx.tenant;
  if (expiry === 'never') return { ok: true, atMs: null };
  if (expiry === 'programme') {
    const [[programme]] = await ctx.db.batch(ctx.tenant.id, [selectProgrammeAt(ctx, nowMs)]);
    if (!programme) return { ok: true, atMs: null };
    const now = { occurredAtMs: nowMs, completedAtMs: nowMs };
    const { expiresAtMs } = lotTimes({ daysUntilEntry: 0, expiry: programme.body.expiry }, now, timeZone);
    return { ok: true, atMs: expiresAtMs };
  }
  const firstMs = momentOfWallTime(`${expiry}T00:00`, timeZone);
  const atMs = firstMs === null ? null : startOfDayAfter(firstMs, 1, timeZone);
  return atMs !== null && atMs > nowMs ? { ok: true, atMs } : { ok: false };
}
