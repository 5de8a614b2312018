import type { RulesView } from '../../../web/mall/rules.tsx';
import type { RuleLine, RuleSection } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import { minorPerMajor } from '../../domain/money.ts';
import type { Rational } from '../../domain/programme/programme.ts';
import { rateInWholes } from '../../domain/programme/rate-in-wholes.ts';
import { phoneHref } from '../../messages/phone-href.ts';
import type { MallManifest, ProgrammeSummary } from '../publication/manifest.ts';
import { shopMoney } from './shelf.ts';

/** With these the page stays within its twelve lines. */
const CATEGORIES_MAX = 3;

/** Where a category's name stands in a message; see `SLOT` of web/mall. */
export type RulesSource = { manifest: MallManifest; slot: string };

const plain = (message: string): RuleLine => ({ message, name: null });

/** What is in force at that moment, and what follows it; a snapshot may be older than its next rules. */
export function programmeAt(programme: MallManifest['programme'], nowMs: number): MallManifest['programme'] {
  const { next } = programme;
  return next && next.effectiveAtMs <= nowMs ? { current: next, next: null } : programme;
}

/** The rules in at most twelve lines, from the programme in force; what comes next is said above them. */
export function rulesView(
  words: Words,
  { manifest, slot }: RulesSource,
): Omit<RulesView, 'history' | 'intro'> {
  const { t, format, nowMs } = words;
  const { tenant, programme } = manifest;
  const { current, next } = programmeAt(programme, nowMs);
  const { takesCash } = shopMoney(manifest);
  const { unit } = format;
  const contact = contactSection(words, manifest);
  if (current === null) {
    return {
      sections: [{ title: t('rule.earn'), lines: [plain(t('rule.notYet'))] }, ...contact],
      inForce: null,
      next: null,
    };
  }
  const earn = earnLines(words, current, tenant.currency, slot);
  return {
    sections: [
      { title: t('rule.earn'), lines: [...earn, plain(t('rule.floor')), plain(entryWords(words, current))] },
      {
        title: t('rule.spend'),
        lines: [
          plain(t('rule.spendLine')),
          plain(t(takesCash ? 'rule.cancelCash' : 'rule.cancelLine', { unit })),
        ],
      },
      { title: t('rule.expire'), lines: [plain(expiryWords(words, current))] },
      {
        title: t('rule.refund'),
        lines: [
          plain(t(refundWords(current))),
          ...(takesCash ? [plain(t('rule.refundCash', { unit }))] : []),
        ],
      },
      ...contact,
    ],
    inForce: t('rule.version', {
      version: current.version,
      date: format.date(current.effectiveAtMs, nowMs),
    }),
    next: next && {
      title: t('rule.next', {
        time: format.dateTime(next.effectiveAtMs, nowMs),
        version: next.version,
      }),
      lines: [...earnLines(words, next, tenant.currency, slot), plain(expiryWords(words, next))],
    },
  };
}

function earnLines(words: Words, programme: ProgrammeSummary, currency: string, slot: string): RuleLine[] {
  const { t, shopLocale } = words;
  const bonus = programme.signUpBonus ?? 0;
  const visit = programme.visitPoints ?? 0;
  const room = CATEGORIES_MAX - (bonus > 0 ? 1 : 0) - (visit > 0 ? 1 : 0);
  // The line that counts those left out has room for the last one itself.
  const shown = programme.categoryRates.slice(
    0,
    programme.categoryRates.length === room + 1 ? room + 1 : room,
  );
  const more = programme.categoryRates.length - shown.length;
  return [
    ...(bonus > 0 ? [plain(t('rule.signUp', { points: words.format.points(bonus) }))] : []),
    plain(t('rule.base', rateWords(words, programme.baseRate, currency))),
    ...(visit > 0 ? [plain(t('rule.visit', { points: words.format.points(visit) }))] : []),
    ...shown.map(({ category, rate }) => ({
      message:
        rate.numerator === 0
          ? t('rule.categoryNone', { category: slot, unit: words.format.unit })
          : t('rule.category', { category: slot, ...rateWords(words, rate, currency) }),
      name: { text: category, lang: shopLocale },
    })),
    ...(more > 0 ? [plain(t('rule.categoryMore', { count: more }))] : []),
  ];
}

/** A rate as the smallest purchase that earns whole points. */
export function rateWords({ format }: Words, rate: Rational, currency: string) {
  const { majors, points } = rateInWholes(rate);
  return { amount: format.money(majors * minorPerMajor(currency), currency), points: format.points(points) };
}

/** What a return of a purchase takes back. */
export function refundWords({ clawback }: ProgrammeSummary): 'rule.refundOwe' | 'rule.refundWriteOff' {
  return clawback === 'owe' ? 'rule.refundOwe' : 'rule.refundWriteOff';
}

/** When points can be spent. */
export function entryWords({ t }: Words, { daysUntilEntry }: ProgrammeSummary): string {
  return daysUntilEntry === 0 ? t('rule.entryAtOnce') : t('rule.entryDays', { days: daysUntilEntry });
}

/** What becomes of points that nobody uses. */
export function expiryWords({ t }: Words, { expiry }: ProgrammeSummary): string {
  switch (expiry.kind) {
    case 'never':
      return t('rule.never');
    case 'rolling':
      return t('rule.rolling', { days: expiry.days });
    case 'end_of_next_year':
      return t('rule.endOfNextYear');
  }
}

/** How the shop is reached; nothing where it says nothing. */
/** How to reach the shop, and its branches with what leads to each. */
export function contactSection({ t }: Words, { tenant, settings }: MallManifest): RuleSection[] {
  const { phone, email, wechat } = tenant.contact;
  const lines = [
    ...(phone ? [{ ...plain(phone), href: phoneHref(phone) }] : []),
    ...(email ? [{ ...plain(email), href: `mailto:${email}` }] : []),
    ...(wechat ? [plain(t('foot.wechatName', { name: wechat }))] : []),
  ];
  const branches = (settings?.branches ?? []).flatMap(({ name, address, hours, phone: call, mapUrl }) => [
    {
      ...plain([name, address, hours].filter(Boolean).join(' · ')),
      ...(mapUrl && { href: mapUrl }),
    },
    ...(call ? [{ ...plain(call), href: phoneHref(call) }] : []),
  ]);
  return [
    ...(lines.length > 0 ? [{ title: t('rule.contact'), lines }] : []),
    ...(branches.length > 0 ? [{ title: t('delivery.branches'), lines: branches }] : []),
  ];
}
