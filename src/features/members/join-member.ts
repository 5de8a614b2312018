import { randomInt } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { AuditAction } from '../../domain/audit-action.ts';
import type { JoinSource } from '../../domain/join-source.ts';
import type { Locale } from '../../domain/locale.ts';
import { memberNumberOf } from '../../domain/member-number.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { findJoinLink } from '../join-links/queries.ts';
import { creditWaitingOrders } from '../orders/credit-waiting-orders.ts';
import { refusalOfClosed } from '../tenants/shop-gate.ts';
import { beginFigures } from './figure-queries.ts';
import { openAccount } from './open-account.ts';
import {
  completeMember,
  type Identifiers,
  insertMember,
  type MemberRow,
  selectMembersByIdentifiers,
  selectTestMembers,
} from './queries.ts';
import type { TestTicket } from './test-ticket.ts';

export type JoinInput = Identifiers & {
  displayName: string | null;
  locale: Locale | null;
  /** The version of the terms she agreed to, where she joined by herself. */
  consentVersion: string | null;
  /** Kept where she is new; left out where nobody knows. */
  joinedFrom?: JoinSource;
  /** The link of the shop's own that led her here. */
  joinLinkToken?: string | null;
  /** With the owner's ticket she is the test member, if she is new and there is none. */
  testTicket?: TestTicket | null;
  /** What the audit log calls it where somebody else enrols her. */
  loggedAs?: AuditAction;
};

/** Two people joining at once may draw the same number out of ten million; more often is a fault. */
const ATTEMPTS_MAX = 5;

type Found = Result<{ member: MemberRow; joined: boolean }>;

/**
 * Finds the member who has any of these identifiers, or makes one. Identifiers are in stored form
 * and proved or vouched for by the caller. Her account is open when this returns, and orders that
 * waited for her are credited. Called again it does what is still undone and nothing twice.
 */
export async function joinMember({ ctx, input }: { ctx: Context; input: JoinInput }): Promise<Found> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const [known] = await ctx.db.batch(ctx.tenant.id, [selectMembersByIdentifiers(ctx, input)]);
    const found = known.length > 0 ? await recognise(ctx, known, input) : await enrol(ctx, input);
    if (found === 'taken_meanwhile') continue;
    if (!found.ok) return found;
    await openAccount(ctx, found.value.member.id);
    await creditWaitingOrders({ ctx, input: found.value.member });
    return found;
  }
  throw new Error('no free member number or identifier in five attempts');
}

/** One person has all of them, or the identifiers belong to different people. */
async function recognise(
  ctx: Context,
  known: MemberRow[],
  input: JoinInput,
): Promise<Found | 'taken_meanwhile'> {
  const [member] = known;
  const clash = (['phone', 'email', 'externalId'] as const).find(
    (kind) => input[kind] && member?.[kind] && member[kind] !== input[kind],
  );
  if (!member || known.length > 1 || clash) {
    return refuse({ code: 'invalid_input', field: clash ?? 'email', reason: 'belongs_to_another_member' });
  }
  if (!addsTo(member, input)) return succeed({ member, joined: false });
  const attempt = await ctx.db.attempt(ctx.tenant.id, [completeMember(ctx, member.id, input)]);
  if (!attempt.ok) return 'taken_meanwhile';
  const [[completed]] = attempt.results;
  return succeed({ member: completed ?? member, joined: false });
}

async function enrol(ctx: Context, input: JoinInput): Promise<Found | 'taken_meanwhile'> {
  const closed = refusalOfClosed(ctx);
  if (closed) return refuse(closed);
  const { phone, email, externalId, displayName, locale, consentVersion, loggedAs } = input;
  const isTest = input.testTicket ? await isTestTurn(ctx, input.testTicket) : false;
  const link = isTest || !input.joinLinkToken ? null : await findJoinLink(ctx, input.joinLinkToken);
  const nowMs = ctx.clock.nowMs();
  const member: MemberRow = {
    tenantId: ctx.tenant.id,
    id: newId('mem'),
    number: memberNumberOf(randomInt(10_000_000)),
    phone,
    email,
    provedEmail: null,
    mutedLetters: [],
    externalId,
    displayName: displayName ?? '',
    locale: locale ?? ctx.tenant.locale,
    birthday: null,
    state: 'active',
    consentVersion,
    consentAtMs: consentVersion === null ? null : nowMs,
    joinedFrom: isTest ? 'own_phone' : link ? 'link' : (input.joinedFrom ?? null),
    joinLinkId: link?.id ?? null,
    importBatchId: null,
    isTest,
    createdAtMs: nowMs,
  };
  const attempt = await ctx.db.attempt(ctx.tenant.id, [
    insertMember(ctx, member),
    beginFigures(ctx, [member.id]),
    ...(loggedAs === undefined ? [] : [addAuditRow(ctx, loggedAs, member.id)]),
  ]);
  return attempt.ok ? succeed({ member, joined: true }) : 'taken_meanwhile';
}

/** Of two who bring tickets at once the index `members_one_test` lets one in; the other finds her here. */
async function isTestTurn(ctx: Context, { turn }: TestTicket): Promise<boolean> {
  const [known] = await ctx.db.batch(ctx.tenant.id, [selectTestMembers(ctx)]);
  return known.length === turn && known.every(({ state }) => state === 'erased');
}

function addsTo(member: MemberRow, input: Identifiers): boolean {
  return (['phone', 'email', 'externalId'] as const).some((kind) => input[kind] && !member[kind]);
}
