import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { asJson } from '../../lib/as-json.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { type ConsentRow, insertConsent, selectConsents, setTermsVersion } from './consent-queries.ts';

/** The shop's news, by the way it comes; each is agreed to on its own. */
export const NEWS_CHANNELS = ['email', 'sms'] as const;
export type NewsChannel = (typeof NEWS_CHANNELS)[number];

/** A choice as it stands: the newest act of its kind. */
export type Consent = { granted: boolean; version: string; atMs: number };
export type Consents = { [kind in ConsentRow['kind']]: Consent | null };

/** What she agreed to and withdrew, newest first. */
export async function listConsents({
  ctx,
  input: { memberId },
}: {
  ctx: Context;
  input: { memberId: string };
}): Promise<ConsentRow[]> {
  const [rows] = await ctx.db.batch(ctx.tenant.id, [selectConsents(ctx, memberId)]);
  return rows;
}

/** What holds now of everything that she may agree to; null where she never said anything. */
export async function getConsents({
  ctx,
  input: { memberId },
}: {
  ctx: Context;
  input: { memberId: string };
}): Promise<Consents> {
  const rows = await listConsents({ ctx, input: { memberId } });
  const newest = (kind: ConsentRow['kind']) => rows.find((row) => row.kind === kind) ?? null;
  return { terms: newest('terms'), email: newest('email'), sms: newest('sms') };
}

/**
 * Keeps what she chose about the shop's news, with the version of the texts that stood beside it. Only
 * what differs from before is an act; sending the form twice is one.
 */
export async function chooseNews({
  ctx,
  input: { memberId, chosen, version, key },
}: {
  ctx: Context;
  input: { memberId: string; chosen: { [channel in NewsChannel]?: boolean }; version: string; key: string };
}): Promise<Result<null>> {
  const before = await getConsents({ ctx, input: { memberId } });
  const changed = NEWS_CHANNELS.filter(
    (channel) => chosen[channel] !== undefined && chosen[channel] !== (before[channel]?.granted ?? false),
  );
  const saved = await runOnce({
    ctx,
    key,
    operation: 'consents.news',
    input: asJson({ chosen, version }),
    statements: changed.map((channel) =>
      insertConsent(ctx, act(ctx, memberId, { kind: channel, granted: chosen[channel] ?? false, version })),
    ),
    value: null,
    status: 200,
  });
  return saved.ok ? succeed(null) : saved;
}

/** Keeps that she agreed to this version of the terms and the privacy text; the same version once. */
export async function agreeToTerms({
  ctx,
  input: { memberId, version },
}: {
  ctx: Context;
  input: { memberId: string; version: string };
}): Promise<void> {
  const before = await getConsents({ ctx, input: { memberId } });
  if (before.terms?.version === version) return;
  const consent = act(ctx, memberId, { kind: 'terms', granted: true, version });
  await ctx.db.batch(ctx.tenant.id, [
    insertConsent(ctx, consent),
    setTermsVersion(ctx, memberId, version, consent.atMs),
  ]);
}

function act(
  ctx: Context,
  memberId: string,
  chosen: Pick<ConsentRow, 'kind' | 'granted' | 'version'>,
): ConsentRow {
  return { tenantId: ctx.tenant.id, id: newId('cst'), memberId, ...chosen, atMs: ctx.clock.nowMs() };
}
