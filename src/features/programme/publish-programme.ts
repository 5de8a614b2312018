import { actorRef, type Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { refuseUnless } from '../../db/tenant.ts';
import type { Json } from '../../domain/journal.ts';
import { programmeEffectiveAt } from '../../domain/programme/compare.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { programmeHash } from '../../domain/programme/programme-hash.ts';
import type { Result } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { getProgramme, type ProgrammeInForce } from './get-programme.ts';
import { insertProgramme, isNewest, selectNewestProgramme, selectProgrammeAt } from './queries.ts';
import type { PublishProgrammeInput } from './schemas.ts';

/** Publishes that keep meeting each other more often than this are a fault. */
const ATTEMPTS_MAX = 5;
const OVERTAKEN = 'programme_overtaken';

/**
 * Publishes how members earn: at once where it is more generous or the first, two minutes ahead where
 * it worsens anything, and not at all where nothing changes. Versions are immutable; what was earned
 * under an older one stays. Refused `changed_elsewhere` where `seenVersion` is not the newest.
 */
export async function publishProgramme({
  ctx,
  input: { key, seenVersion, signUpBonus = 0, visitPoints = 0, ...input },
}: {
  ctx: Context;
  input: PublishProgrammeInput & { key: string };
}): Promise<Result<ProgrammeInForce>> {
  // A body without one is the same body as before there were any.
  const given = { ...(signUpBonus > 0 && { signUpBonus }), ...(visitPoints > 0 && { visitPoints }) };
  const body: Programme = { currency: ctx.tenant.currency, ...input, ...given };
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const added = await addVersion(ctx, key, body, seenVersion);
    if (!added.ok && added.refusal.code === 'wrong_state') continue;
    if (!added.ok) return added;
    await publishMall({ ctx });
    return getProgramme({ ctx });
  }
  throw new Error('publishes of one programme met each other five times');
}

async function addVersion(ctx: Context, key: string, body: Programme, seenVersion: number | undefined) {
  const nowMs = ctx.clock.nowMs();
  const [[inForce], [newest]] = await ctx.db.batch(ctx.tenant.id, [
    selectProgrammeAt(ctx, nowMs),
    selectNewestProgramme(ctx),
  ]);
  const published = inForce && newest ? { inForce: inForce.body, newest: newest.body } : null;
  const effectiveAtMs = programmeEffectiveAt(published, body, nowMs);
  const version = (newest?.version ?? 0) + 1;
  const asJson = body as unknown as Json;
  const row = {
    tenantId: ctx.tenant.id,
    version,
    hash: programmeHash(body),
    body,
    publishedAtMs: nowMs,
    publishedBy: actorRef(ctx.actor).id,
  };
  return runOnce({
    ctx,
    key,
    operation: 'programme.publish',
    input: asJson,
    statements:
      effectiveAtMs === null
        ? []
        : [
            ...(seenVersion === undefined ? [] : [refuseUnless(isNewest(ctx, seenVersion), OVERTAKEN)]),
            insertProgramme(ctx, { ...row, effectiveAtMs }),
            addAuditRow(ctx, 'programme.publish', null, { version, effectiveAtMs }),
          ],
    value: null,
    status: 200,
    // Someone published this very version number first: look again and decide against theirs.
    refusalOf: (conflict) =>
      conflict.kind === 'guard'
        ? { code: 'changed_elsewhere' }
        : conflict.kind === 'unique' && conflict.constraint === 'programme_versions_pkey'
          ? { code: 'wrong_state', state: 'overtaken' }
          : null,
  });
}
