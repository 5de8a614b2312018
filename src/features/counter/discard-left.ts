import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { checkLeft } from './left-grant.ts';
import { type LeftGrant, SETTLED, takeLeftKey } from './left-queries.ts';

/**
 * Nobody gives what somebody who was removed had kept on her device: her key is taken, so that nothing of it can
 * arrive any more, and the log says who decided so. Refused `left_grant_settled` where it was given or thrown away.
 */
export async function discardLeft({
  ctx,
  input: { key, leftBy, amountMinor },
}: {
  ctx: Context;
  input: { key: string; leftBy: LeftGrant; amountMinor: number };
}): Promise<Result<null>> {
  const left = await checkLeft(ctx, leftBy);
  if (!left.ok) return left;
  const done = await runOnce({
    ctx,
    key,
    operation: 'counter.discard_left',
    input: asJson({ leftBy, amountMinor }),
    statements: [
      ...takeLeftKey(ctx, leftBy, `discarded ${key}`),
      addAuditRow(ctx, 'staff.kept_discarded', leftBy.staffId, { amountMinor }),
    ],
    value: null,
    status: 200,
    refusalOf: ({ kind }) => (kind === 'guard' ? { code: SETTLED } : null),
  });
  return done.ok ? succeed(null) : done;
}

/** Which of these people were removed from the shop's staff: what they kept here is nobody's any more. */
export async function findLeft({
  ctx,
  input,
}: {
  ctx: Context;
  input: { staffIds: string[] };
}): Promise<string[]> {
  const found = await Promise.all(
    input.staffIds.map(async (staffId) => ((await checkLeft(ctx, { staffId })).ok ? [staffId] : [])),
  );
  return found.flat();
}
