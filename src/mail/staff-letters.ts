import type { Locale } from '../domain/locale.ts';
import { numberOf } from '../domain/redemption/redemption-number.ts';
import { NOTICE_KINDS, type NoticeKind } from '../domain/staff-notice.ts';
import { pickText } from '../messages/localized-text.ts';
import { translator } from '../messages/translator.ts';
import type { LetterItem, LetterParts } from './letter-html.ts';

type Names = Record<string, string | undefined>;
type ToldRedemption = { redemptionId: string; memberId: string; lines: { names: Names }[] };

/** Something that waits for the staff, with what the letter says of it. */
export type ToldEvent =
  | { kind: 'to_ship' | 'to_hand_over' | 'after_sales'; redemption: ToldRedemption }
  | { kind: 'question' | 'missing_points'; question: { text: string; orderNumber: string | null } }
  | { kind: 'stock'; reward: { id: string; names: Names; availableUnits: number } };

export type NoticeSetting = {
  /** The reader's language. */
  locale: Locale;
  shop: { name: string; locale: Locale };
  /** The console's address, without a slash at its end. */
  origin: string;
};

type NoticeWords = Pick<LetterParts, 'title' | 'lines' | 'code' | 'items' | 'link'> & { subject: string };

/** The lists that show all of a kind. */
const LISTS: Record<NoticeKind, string> = {
  to_ship: '/redemptions?tab=to_ship',
  to_hand_over: '/redemptions?tab=to_ship',
  after_sales: '/redemptions?tab=after_sales',
  question: '/questions',
  missing_points: '/questions',
  stock: '/rewards',
};

/** How much of a question is shown; the inbox has the rest. */
const EXCERPT_CHARACTERS = 120;

/** What waits for the shop, a line for each kind: one alone is named and leads there, several to their list. */
export function noticeWords(setting: NoticeSetting, events: readonly ToldEvent[]): NoticeWords {
  const t = translator(setting.locale, 'mail');
  const items = NOTICE_KINDS.flatMap((kind) => {
    const found = events.filter((event) => event.kind === kind);
    const [first] = found;
    if (!first) return [];
    const label = t(`notice.kinds.${kind}`, { count: found.length });
    const own = found.length === 1 ? itemOf(setting, first) : { detail: null, path: LISTS[kind] };
    return [{ label, detail: own.detail, url: `${setting.origin}${own.path}` } satisfies LetterItem];
  });
  const list = items.map(({ label }) => label).join(' · ');
  return {
    subject: t('notice.subject', { shop: setting.shop.name, list }),
    title: t('notice.title'),
    lines: [],
    code: null,
    items,
    link: { label: t('notice.open'), url: `${setting.origin}/` },
  };
}

function itemOf({ locale, shop }: NoticeSetting, event: ToldEvent): { detail: string | null; path: string } {
  const t = translator(locale, 'mail');
  const nameIn = (names: Names | undefined) => pickText(names ?? {}, locale, shop.locale)?.text ?? '';
  switch (event.kind) {
    case 'question':
    case 'missing_points': {
      const { text, orderNumber } = event.question;
      const detail = orderNumber === null ? excerptOf(text) : t('notice.order', { number: orderNumber });
      return { detail, path: LISTS[event.kind] };
    }
    case 'stock': {
      const { id, names, availableUnits: units } = event.reward;
      return { detail: t('notice.left', { name: nameIn(names), units }), path: `/rewards/${id}` };
    }
    default: {
      const { redemptionId, memberId, lines } = event.redemption;
      const about = { name: nameIn(lines[0]?.names), number: numberOf(redemptionId) };
      return { detail: t('notice.redemption', about), path: `/redemptions/${memberId}/${redemptionId}` };
    }
  }
}

function excerptOf(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  if (characters.length <= EXCERPT_CHARACTERS) return characters.join('');
  return `${characters.slice(0, EXCERPT_CHARACTERS).join('')}…`;
}

/** A letter that only shows that letters arrive. */
export function testWords({ locale, shop, origin }: NoticeSetting): NoticeWords {
  const t = translator(locale, 'mail');
  return {
    subject: t('notice.test.subject', { shop: shop.name }),
    title: t('notice.test.title'),
    lines: [t('notice.test.body', { shop: shop.name })],
    code: null,
    link: { label: t('notice.open'), url: `${origin}/` },
  };
}
