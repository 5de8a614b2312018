import type { Context } from '../../context.ts';
import type { AuditAction } from '../../domain/audit-action.ts';
import type { JsonObject } from '../../domain/journal.ts';
import { selectKeyNames } from '../api-keys/queries.ts';
import { selectRewardNames } from '../catalogue/queries.ts';
import { selectJoinLinkNames } from '../join-links/queries.ts';
import { selectMemberNames } from '../members/queries.ts';
import { selectInvitedAddresses, selectPersonNames } from '../staff/queries.ts';
import { selectSigningKeyNames } from '../widget/queries.ts';
import type { AuditSubject } from './schemas.ts';

type Line = { action: string; target: string | null; detail: JsonObject };
type About = {
  kind:
    | 'member'
    | 'reward'
    | 'redemption'
    | 'person'
    | 'invitation'
    | 'join_link'
    | 'key'
    | 'signing_key'
    | 'text';
  id: string;
};

const ABOUT_INVITATIONS: readonly AuditAction[] = [
  'staff.invited',
  'staff.invitation_withdrawn',
  'staff.joined',
];

/** What a line is about, by its action; null for what is about the shop itself. */
function aboutOf({ action, target }: Line): About | null {
  if (target === null) return null;
  const [noun] = action.split('.');
  switch (noun) {
    case 'members':
    case 'points':
      return { kind: 'member', id: target };
    case 'rewards':
      return { kind: 'reward', id: target };
    case 'redemptions':
      return { kind: 'redemption', id: target };
    case 'staff':
      // A link is nobody's name until somebody has joined by it.
      if (action === 'staff.link_made' || action === 'staff.link_withdrawn') return null;
      return {
        kind: ABOUT_INVITATIONS.some((each) => each === action) ? 'invitation' : 'person',
        id: target,
      };
    case 'join_links':
      return { kind: 'join_link', id: target };
    case 'api_key':
      return { kind: 'key', id: target };
    case 'signing_key':
      return { kind: 'signing_key', id: target };
    case 'widget':
      return { kind: 'text', id: target };
    default:
      return null;
  }
}

/**
 * Names what each line is about, as it is called now: lines hold ids. Null where it is about the shop
 * itself, or is gone.
 */
export async function nameSubjects(ctx: Context, lines: readonly Line[]): Promise<(AuditSubject | null)[]> {
  const abouts = lines.map((line) => ({ about: aboutOf(line), memberId: memberOf(line) }));
  const idsOf = (kind: About['kind']) => [
    ...new Set(abouts.flatMap(({ about }) => (about?.kind === kind ? [about.id] : []))),
  ];
  const memberIds = [...new Set([...idsOf('member'), ...abouts.flatMap(({ memberId }) => memberId ?? [])])];
  const [[members, rewards, keys, signingKeys, joinLinks], people, invitations] = await Promise.all([
    ctx.db.batch(ctx.tenant.id, [
      selectMemberNames(ctx, memberIds),
      selectRewardNames(ctx, idsOf('reward')),
      selectKeyNames(ctx, idsOf('key')),
      selectSigningKeyNames(ctx, idsOf('signing_key')),
      selectJoinLinkNames(ctx, idsOf('join_link')),
    ]),
    selectPersonNames(ctx.authDb, idsOf('person')),
    selectInvitedAddresses(ctx.authDb, ctx.tenant.id, idsOf('invitation')),
  ]);
  const named = (rows: readonly { id: string; name: string }[]) =>
    new Map(rows.map(({ id, name }) => [id, name]));
  const [memberNames, texts] = [
    named(members),
    named([...keys, ...signingKeys, ...joinLinks, ...people, ...invitations]),
  ];
  const rewardNames = new Map(rewards.map(({ id, names }) => [id, names]));
  return abouts.map(({ about, memberId }) => {
    if (about === null) return null;
    switch (about.kind) {
      case 'member':
        return { kind: 'member', id: about.id, name: memberNames.get(about.id) ?? null };
      case 'reward':
        return { kind: 'reward', id: about.id, names: rewardNames.get(about.id) ?? {} };
      case 'redemption':
        return {
          kind: 'redemption',
          id: about.id,
          memberId,
          memberName: memberNames.get(memberId ?? '') ?? null,
        };
      case 'text':
        return { kind: 'text', text: about.id };
      default: {
        const text = texts.get(about.id);
        return text === undefined ? null : { kind: 'text', text };
      }
    }
  });
}

/** Whose redemption it is. */
function memberOf({ detail }: Line): string | null {
  return typeof detail.memberId === 'string' ? detail.memberId : null;
}
