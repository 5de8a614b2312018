import { actorRef, type Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { auditLine } from '../audit-log/queries.ts';
import { addClerkLink, resetPin, selectOpenLinks } from './link-queries.ts';
import { clerkLinkUrl } from './link-token.ts';
import type { ClerkLinkAnswer } from './schemas.ts';

const DAYS = 7;
const DAY_MS = 86_400_000;
/** A shop that waits for more clerks than this at once is no shop. */
const OPEN_MAX = 50;

type Input = { idempotencyKey: string };

/** A link that makes whoever opens it a clerk: once, within a week. */
export async function makeClerkLink({
  ctx,
  input: { idempotencyKey },
}: {
  ctx: Context;
  input: Input;
}): Promise<Result<ClerkLinkAnswer>> {
  const open = await selectOpenLinks(ctx.authDb, ctx.tenant.id, ctx.clock.nowMs());
  if (open.length >= OPEN_MAX) return refuse({ code: 'too_many_requests', seconds: DAY_MS / 1000 });
  const once = await linkOnce(ctx, idempotencyKey, 'staff.clerk_link', null);
  if (!once.ok) return once;
  const { id, expiresAt } = once.value;
  const line = auditLine(ctx, 'staff.link_made', id);
  await addClerkLink(ctx.authDb, rowOf(ctx, once.value, null), line);
  return succeed({ id, url: clerkLinkUrl(ctx.config, id), expiresAt });
}

/**
 * Ends a clerk's PIN and her sessions at once, and makes the link by which she chooses another, on this
 * device or a new one. `not_found` for whoever is no clerk of this shop.
 */
export async function resetClerkPin({
  ctx,
  input: { userId, idempotencyKey },
}: {
  ctx: Context;
  input: Input & { userId: string };
}): Promise<Result<ClerkLinkAnswer>> {
  const once = await linkOnce(ctx, idempotencyKey, 'staff.pin_reset', userId);
  if (!once.ok) return once;
  const { id, expiresAt } = once.value;
  const line = auditLine(ctx, 'staff.pin_reset', userId);
  const done = await resetPin(ctx.authDb, { ...rowOf(ctx, once.value, userId), userId }, line);
  return done ? succeed({ id, url: clerkLinkUrl(ctx.config, id), expiresAt }) : refuse({ code: 'not_found' });
}

type Kept = { id: string; createdAt: string; expiresAt: string };

/** A repetition after a crash finds the id that it had, and brings the row that is missing. */
function linkOnce(ctx: Context, key: string, operation: string, userId: string | null) {
  const nowMs = ctx.clock.nowMs();
  return runOnce<Kept>({
    ctx,
    key,
    operation,
    input: { userId },
    statements: [],
    value: {
      id: newId('clk'),
      createdAt: new Date(nowMs).toISOString(),
      expiresAt: new Date(nowMs + DAYS * DAY_MS).toISOString(),
    },
    status: 201,
  });
}

function rowOf(ctx: Context, { id, createdAt, expiresAt }: Kept, userId: string | null) {
  return {
    id,
    organizationId: ctx.tenant.id,
    userId,
    madeBy: actorRef(ctx.actor).id,
    createdAt: new Date(createdAt),
    expiresAt: new Date(expiresAt),
  };
}
