import { actorRef, type Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { refuseUnless } from '../../db/tenant.ts';
import type { ShopIcons } from '../../domain/design/design.ts';
import { designChanges } from '../../domain/design/design-changes.ts';
import type { DesignBody } from '../../domain/design/look.ts';
import type { Json } from '../../domain/journal.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { pictureObjectKey } from '../catalogue/store-picture.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { tenantOf } from '../tenants/find-tenant.ts';
import { getTenant } from '../tenants/get-tenant.ts';
import { writeHostRecord } from '../tenants/host-record.ts';
import { updateTenant } from '../tenants/queries.ts';
import { type DesignState, getDesign } from './get-design.ts';
import { insertDesignVersion, isDraftStill, pruneDesignVersions } from './queries.ts';

/** Published versions that can be gone back to. */
export const DESIGN_VERSIONS_KEPT = 20;
const ATTEMPTS_MAX = 5;
const OVERTAKEN = 'overtaken';
/** No draft is called so. */
const ANOTHER = 'another';

/**
 * Shows the draft to members, with the name of the points. Makes no version where nothing was changed.
 * Refused `changed_elsewhere` where the draft is another than its author saw. The same key again finishes
 * what was begun: Postgres first, then the edge.
 */
export async function publishDesign({
  ctx,
  input: { key, draftVersion, icons = null },
}: {
  ctx: Context;
  input: { key: string; draftVersion: string; icons?: ShopIcons | null };
}): Promise<Result<DesignState>> {
  for (const [side, pictureKey] of Object.entries(icons ?? {})) {
    const stored = await ctx.pictures.head(pictureObjectKey(ctx.tenant.id, pictureKey));
    if (!stored) return refuse({ code: 'invalid_input', field: `icons.${side}`, reason: 'not_stored' });
  }
  return putVersion(ctx, key, ({ draft, draftVersion: standing, storedVersion }) => ({
    body: icons === null ? draft : { ...draft, icons },
    by: publisherOf(ctx.actor),
    input: { draftVersion },
    // Said inside the batch, after the key: the repeat of a publish that happened is no refusal.
    guard: refuseUnless(
      isDraftStill(ctx, standing === draftVersion ? storedVersion : ANOTHER),
      'changed_elsewhere',
    ),
  }));
}

/** Who published, as the version names it. */
type Publisher = { id: string; name: string | null };

export function publisherOf(actor: Context['actor']): Publisher {
  return { id: actorRef(actor).id, name: actor.kind === 'staff' ? actor.name : null };
}

export type VersionPlan = {
  body: DesignBody;
  by: Publisher;
  /** What the key stands for. */
  input: Json;
  /** Fails the batch where the version must not come any more. */
  guard: ReturnType<typeof refuseUnless>;
};

/** Adds a version where it changes anything, and shows it: Postgres first, then the edge. */
export async function putVersion(
  ctx: Context,
  key: string,
  plan: (state: DesignState) => VersionPlan,
): Promise<Result<DesignState>> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const found = await getDesign({ ctx });
    if (!found.ok) return found;
    const added = await addVersion(ctx, key, found.value, plan(found.value));
    if (!added.ok && added.refusal.code === 'wrong_state') continue;
    if (!added.ok) return added;
    const tenant = await getTenant({ ctx });
    if (!tenant.ok) return tenant;
    const shop = tenantOf(tenant.value);
    await writeHostRecord(ctx, shop);
    await publishMall({ ctx: { ...ctx, tenant: shop } });
    return getDesign({ ctx });
  }
  throw new Error('publishes of one design met each other five times');
}

async function addVersion(
  ctx: Context,
  key: string,
  { published, publishedVersion }: DesignState,
  { body, by, input, guard }: VersionPlan,
): Promise<Result<null>> {
  const changes = designChanges(published, body);
  const version = publishedVersion + 1;
  return runOnce({
    ctx,
    key,
    operation: 'design.publish',
    input,
    statements: [
      guard,
      ...(changes.length === 0
        ? []
        : [
            insertDesignVersion(ctx, {
              tenantId: ctx.tenant.id,
              version,
              body,
              publishedAtMs: ctx.clock.nowMs(),
              publishedBy: by.id,
              publishedByName: by.name,
            }),
            pruneDesignVersions(ctx, version - DESIGN_VERSIONS_KEPT + 1),
            updateTenant(ctx.db, ctx.tenant.id, { pointsName: body.pointsName }),
            addAuditRow(ctx, 'design.publish', null, {
              version,
              parts: asJson([...new Set(changes.map((change) => change.kind))]),
            }),
          ]),
    ],
    value: null,
    status: 200,
    refusalOf: (conflict) =>
      conflict.kind === 'guard'
        ? { code: 'changed_elsewhere' }
        : conflict.kind === 'unique' && conflict.constraint === 'design_versions_pkey'
          ? { code: 'wrong_state', state: OVERTAKEN }
          : null,
  });
}
