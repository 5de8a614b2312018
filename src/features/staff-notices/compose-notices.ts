import type { Context, Mail } from '../../context.ts';
import { bandOf, waitsStill } from '../../domain/fold/staff-notice.ts';
import { NOTICE_KINDS, type NoticeCounts, type NoticeKind } from '../../domain/staff-notice.ts';
import { letterHtml, letterText } from '../../mail/letter-html.ts';
import { noticeWords, type ToldEvent, testWords } from '../../mail/staff-letters.ts';
import { translator } from '../../messages/translator.ts';
import { type ComposedLetter, readColours } from '../letters/compose-letters.ts';
import type { LetterRow } from '../letters/queries.ts';
import { selectReachableStaff } from '../staff/queries.ts';
import { selectTenant } from '../tenants/queries.ts';
import {
  type EventRow,
  selectChoices,
  selectTold,
  selectToldQuestionsOf,
  selectToldRedemptionsOf,
  selectToldRewardsOf,
} from './queries.ts';

/**
 * Writes letters to staff from what is known now: who no longer works there, has no proved address or
 * does not want a kind any more hears nothing of it, and what was done meanwhile is left out.
 */
export async function composeNotices(ctx: Context, rows: readonly LetterRow[]): Promise<ComposedLetter[]> {
  try {
    const known = await readKnown(ctx, rows);
    return rows.map((row) => {
      try {
        return compose(ctx, known, row);
      } catch (failure) {
        return { row, failure };
      }
    });
  } catch (failure) {
    return rows.map((row) => ({ row, failure }));
  }
}

async function readKnown(ctx: Context, rows: readonly LetterRow[]) {
  const keys = rows.map(({ key }) => key);
  const [[told, choices, redemptions, questions, rewards, [shop]], staff] = await Promise.all([
    ctx.db.batch(ctx.tenant.id, [
      selectTold(ctx, keys),
      selectChoices(ctx),
      selectToldRedemptionsOf(ctx, keys),
      selectToldQuestionsOf(ctx, keys),
      selectToldRewardsOf(ctx, keys),
      selectTenant(ctx.db, ctx.tenant.id),
    ]),
    selectReachableStaff(ctx.authDb, ctx.tenant.id),
  ]);
  const colours = await readColours(ctx, shop?.theme);
  return { told, choices, redemptions, questions, rewards, staff, colours };
}

type Known = Awaited<ReturnType<typeof readKnown>>;

function compose(ctx: Context, known: Known, row: LetterRow): { row: LetterRow; mail: Mail | null } {
  const reader = known.staff.find(({ userId }) => userId === row.userId);
  if (!reader) return { row, mail: null };
  const choice = known.choices.find(({ userId }) => userId === row.userId);
  const { tenant, config } = ctx;
  const locale = choice?.locale ?? tenant.locale;
  const setting = {
    locale,
    shop: tenant,
    origin: `${config.scheme}://console.${config.rootHost}`,
  };
  const events = known.told
    .filter(({ letterKey, event }) => letterKey === row.key && !choice?.muted.includes(event.kind))
    .flatMap(({ event }) => toldEvent(known, event) ?? []);
  const isTest = row.kind === 'staff_test';
  if (events.length === 0 && !isTest) return { row, mail: null };
  const { subject, ...said } = isTest ? testWords(setting) : noticeWords(setting, events);
  const t = translator(locale, 'mail');
  const parts = {
    locale,
    shop: tenant.name,
    ...said,
    foot: [t('notice.why', { shop: tenant.name })],
    settings: { label: t('notice.settings'), url: `${setting.origin}/settings/notices` },
  };
  const mail: Mail = {
    to: reader.email,
    subject,
    text: letterText(parts),
    ...(known.colours && { html: letterHtml(parts, known.colours) }),
    fromName: tenant.name,
    key: `${tenant.id}/${row.key}`,
  };
  return { row: { ...row, told: countsOf(events) }, mail };
}

/** The event with what is known of it; null where nothing is left to do. */
function toldEvent({ redemptions, questions, rewards }: Known, event: EventRow): ToldEvent | null {
  const { kind, memberId, subjectId, part } = event;
  switch (kind) {
    case 'question':
    case 'missing_points': {
      const question = questions.find(({ id }) => id === subjectId);
      return question && question.answeredAtMs === null ? { kind, question } : null;
    }
    case 'stock': {
      const reward = rewards.find(({ id }) => id === subjectId);
      const band = reward && bandOf(reward);
      return reward && band && part?.startsWith(band)
        ? { kind, reward: { ...reward, names: reward.draft.names } }
        : null;
    }
    default: {
      const redemption = redemptions.find(({ id }) => id === subjectId)?.body;
      return redemption && memberId !== null && waitsStill(event, redemption)
        ? { kind, redemption: { ...redemption, memberId } }
        : null;
    }
  }
}

function countsOf(events: readonly ToldEvent[]): NoticeCounts {
  const count = (kind: NoticeKind) => events.filter((event) => event.kind === kind).length;
  return Object.fromEntries(
    NOTICE_KINDS.map((kind) => [kind, count(kind)] as const).filter(([, counted]) => counted > 0),
  );
}
