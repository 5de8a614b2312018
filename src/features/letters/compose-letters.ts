import type { RedemptionView } from '../../account/contract.ts';
import type { Context, Mail } from '../../context.ts';
import { isStillSo } from '../../domain/fold/letter.ts';
import type { SwitchedLetter } from '../../domain/letter.ts';
import type { Locale } from '../../domain/locale.ts';
import type { ShopContact, ThemeColours } from '../../domain/shop.ts';
import { parseEmail } from '../../lib/contact-identifier.ts';
import { type LetterParts, letterHtml, letterText } from '../../mail/letter-html.ts';
import {
  answerWords,
  farewellWords,
  type LetterSetting,
  type LetterWords,
  redemptionWords,
} from '../../mail/member-letters.ts';
import { translator } from '../../messages/translator.ts';
import { readManifest } from '../publication/read-mall.ts';
import { mallUrlOf } from '../tenants/answers.ts';
import { selectTenant } from '../tenants/queries.ts';
import {
  type LetterRow,
  type MemberLetterRow,
  selectReaders,
  selectToldQuestions,
  selectToldRedemptions,
} from './queries.ts';

/**
 * A letter as it goes out; null where there is nobody to send it to, or nothing left to say; or why it
 * can't be written, which is no other letter's affair.
 */
export type ComposedLetter = { row: LetterRow; mail: Mail | null } | { row: LetterRow; failure: unknown };

/**
 * Writes letters from what is known now: each in its reader's language, in the shop's name and colours.
 * Whether she still has the address, and wants the kind, is asked again here.
 */
export async function composeLetters(
  ctx: Context,
  rows: readonly MemberLetterRow[],
): Promise<ComposedLetter[]> {
  const subjects = rows.map(({ subjectId }) => subjectId);
  const readerIds = rows.map(({ memberId }) => memberId);
  const [readers, told, asked, [shop]] = await ctx.db.batch(ctx.tenant.id, [
    selectReaders(ctx, readerIds),
    selectToldRedemptions(ctx, subjects),
    selectToldQuestions(ctx, subjects),
    selectTenant(ctx.db, ctx.tenant.id),
  ]);
  const dress = { contact: shop?.contact ?? null, colours: await readColours(ctx, shop?.theme) };
  const compose = (row: MemberLetterRow): Mail | null => {
    const reader = readers.find(({ id }) => id === row.memberId);
    const to = row.kind === 'account_closed' ? row.email : addressOf(reader, row.kind);
    if (!reader || to === null) return null;
    const setting = settingOf(ctx, reader.locale);
    const words = wordsOf(setting, row, {
      redemption: told.find(({ redemptionId }) => redemptionId === row.subjectId)?.body,
      question: asked.find(({ id }) => id === row.subjectId),
    });
    return words && mailOf(ctx, setting, { row, to, words, ...dress });
  };
  return rows.map((row) => {
    try {
      return { row, mail: compose(row) };
    } catch (failure) {
      return { row, failure };
    }
  });
}

/** The shop's colours as its mall has them now. */
export async function readColours(
  ctx: Context,
  own: { light: ThemeColours } | undefined,
): Promise<ThemeColours | null> {
  const manifest = await readManifest(ctx);
  return (manifest?.design?.theme ?? manifest?.theme ?? own)?.light ?? null;
}

type Reader = { email: string | null; provedEmail: string | null; mutedLetters: readonly string[] };

function addressOf(reader: Reader | undefined, kind: SwitchedLetter): string | null {
  if (!reader || reader.email !== reader.provedEmail || reader.mutedLetters.includes(kind)) return null;
  return reader.email;
}

function settingOf({ tenant, config, clock }: Context, locale: Locale): LetterSetting {
  const { name, locale: shopLocale, timeZone, pointsName, slug } = tenant;
  return {
    locale,
    shop: { name, locale: shopLocale, timeZone, pointsName },
    origin: mallUrlOf(config, slug).replace(/\/$/, ''),
    nowMs: clock.nowMs(),
  };
}

type Subject = {
  redemption: unknown;
  question: { text: string; answer: string | null } | undefined;
};

function wordsOf(
  setting: LetterSetting,
  row: MemberLetterRow,
  { redemption, question }: Subject,
): LetterWords | null {
  if (row.kind === 'account_closed') return farewellWords(setting);
  if (row.kind === 'question_answered') {
    return question?.answer ? answerWords(setting, { text: question.text, answer: question.answer }) : null;
  }
  const view = redemption as RedemptionView | undefined;
  return view && isStillSo(row, view) ? redemptionWords(setting, row, view) : null;
}

type Dressed = {
  row: LetterRow;
  to: string;
  words: LetterWords;
  contact: ShopContact | null;
  colours: ThemeColours | null;
};

function mailOf(ctx: Context, setting: LetterSetting, { row, to, words, contact, colours }: Dressed): Mail {
  const { locale, shop, origin } = setting;
  const t = translator(locale, 'mail');
  const reached = [contact?.phone, contact?.email, contact?.address].filter((part) => part);
  const { subject, ...said } = words;
  const parts: LetterParts = {
    locale,
    shop: shop.name,
    ...said,
    foot: [
      ...(reached.length > 0 ? [t('letter.reach', { contact: reached.join(' · ') })] : []),
      t('letter.why', { shop: shop.name }),
    ],
    settings:
      row.kind === 'account_closed' ? null : { label: t('letter.settings'), url: `${origin}/me/news` },
  };
  const replyTo = parseEmail(contact?.email ?? '');
  return {
    to,
    subject,
    text: letterText(parts),
    ...(colours && { html: letterHtml(parts, colours) }),
    fromName: shop.name,
    ...(replyTo !== null && { replyTo }),
    key: `${ctx.tenant.id}/${row.key}`,
  };
}
