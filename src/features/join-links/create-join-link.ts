import { actorRef, type Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { JOIN_LINKS_MAX, joinLinkPath, joinToken } from '../../domain/join-link.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { insertJoinLink, type JoinLinkRow, refuseTooManyLinks } from './queries.ts';
import type { CreateJoinLinkInput, JoinLinkAnswer } from './schemas.ts';

/** Makes a link of its own for a group or a place; nobody has come by it yet. */
export async function createJoinLink({
  ctx,
  input: { key, ...wanted },
}: {
  ctx: Context;
  input: CreateJoinLinkInput & { key: string };
}): Promise<Result<JoinLinkAnswer>> {
  const row: JoinLinkRow = {
    tenantId: ctx.tenant.id,
    id: newId('jln'),
    token: joinToken(crypto.getRandomValues(new Uint8Array(8))),
    name: wanted.name,
    createdBy: actorRef(ctx.actor).id,
    createdAtMs: ctx.clock.nowMs(),
    archivedAtMs: null,
  };
  const none = { scans: 0, joins: 0, firstRedemptions: 0 };
  const once = await runOnce({
    ctx,
    key,
    operation: 'join-links.create',
    input: wanted,
    statements: [
      ...refuseTooManyLinks(ctx, JOIN_LINKS_MAX),
      insertJoinLink(ctx, row),
      addAuditRow(ctx, 'join_links.create', row.id),
    ],
    value: joinLinkAnswer(ctx, row, none),
    status: 201,
    refusalOf: ({ kind }) =>
      kind === 'guard' ? { code: 'invalid_input', field: 'name', reason: 'too_many_links' } : null,
  });
  return once.ok ? succeed(once.value) : once;
}

export function joinLinkAnswer(
  { config, tenant }: Pick<Context, 'config' | 'tenant'>,
  { id, name, token, createdAtMs, archivedAtMs }: JoinLinkRow,
  funnel: Pick<JoinLinkAnswer, 'scans' | 'joins' | 'firstRedemptions'>,
): JoinLinkAnswer {
  const url = `${config.scheme}://${tenant.slug}.${config.rootHost}${joinLinkPath(token)}`;
  const archivedAt = archivedAtMs === null ? null : new Date(archivedAtMs).toISOString();
  return { id, name, url, createdAt: new Date(createdAtMs).toISOString(), archivedAt, ...funnel };
}
