import type { RuleLine, RuleSection } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import type { Rational } from '../../domain/programme/programme.ts';
import { translator } from '../../messages/translator.ts';
import type { MallManifest, ProgrammeSummary } from '../publication/manifest.ts';
import { entryWords, expiryWords, rateWords, refundWords } from './rules-view.ts';

/** Categories named in one change; the rest are in the count. */
const CATEGORIES_MAX = 5;

type Rules = { words: Words; currency: string; slot: string };

/**
 * What each version of the rules changed, newest first: the sentence that holds from then on and the one
 * that held before. Versions that changed nothing a member reads are left out.
 */
export function rulesHistory(words: Words, manifest: MallManifest, slot: string): RuleSection[] {
  const rules = { words, currency: manifest.tenant.currency, slot };
  const versions = manifest.programmeHistory ?? [];
  return versions.flatMap((version, position) => {
    const before = versions[position + 1];
    const lines = before ? changesOf(rules, before, version) : beginning(rules, version);
    // The oldest one that is kept is only a beginning where it is the first there ever was.
    if (lines.length === 0 || (!before && version.version > 1)) return [];
    const title = words.format.date(version.effectiveAtMs, words.nowMs);
    return [{ title, lines }];
  });
}

function beginning(rules: Rules, version: ProgrammeSummary): RuleLine[] {
  const { words, currency } = rules;
  return [
    words.t('rule.base', rateWords(words, version.baseRate, currency)),
    expiryWords(words, version),
  ].map(plain);
}

function changesOf(rules: Rules, before: ProgrammeSummary, now: ProgrammeSummary): RuleLine[] {
  const { words, currency } = rules;
  const { t } = words;
  const sentences = (each: ProgrammeSummary) => [
    t('rule.base', rateWords(words, each.baseRate, currency)),
    bonusWords(words, each),
    visitWords(words, each),
    entryWords(words, each),
    expiryWords(words, each),
    t(refundWords(each)),
  ];
  const old = sentences(before);
  const m = translator(words.locale, 'member');
  const changed = sentences(now).flatMap((sentence, position) => {
    const former = old[position] ?? '';
    return sentence === former ? [] : [plain(m('history.changed', { now: sentence, before: former }))];
  });
  return [...changed, ...categoryChanges(rules, before, now)];
}

function bonusWords(words: Words, { signUpBonus = 0 }: ProgrammeSummary): string {
  return signUpBonus > 0
    ? words.t('rule.signUp', { points: words.format.points(signUpBonus) })
    : translator(words.locale, 'member')('history.noBonus');
}

function visitWords(words: Words, { visitPoints = 0 }: ProgrammeSummary): string {
  return visitPoints > 0
    ? words.t('rule.visit', { points: words.format.points(visitPoints) })
    : translator(words.locale, 'member')('history.noVisit');
}

function categoryChanges(rules: Rules, before: ProgrammeSummary, now: ProgrammeSummary): RuleLine[] {
  const rateIn = (each: ProgrammeSummary, category: string) =>
    each.categoryRates.find((known) => known.category === category)?.rate ?? null;
  const names = [...new Set([...now.categoryRates, ...before.categoryRates].map(({ category }) => category))];
  const changed = names.filter((name) => !isSame(rateIn(before, name), rateIn(now, name)));
  const m = translator(rules.words.locale, 'member');
  const more = changed.length - CATEGORIES_MAX;
  return [
    ...changed.slice(0, CATEGORIES_MAX).map((category) => ({
      message: categoryWords(rules, rateIn(now, category)),
      name: { text: category, lang: rules.words.shopLocale },
    })),
    ...(more > 0 ? [plain(m('history.moreCategories', { count: more }))] : []),
  ];
}

function categoryWords({ words, currency, slot }: Rules, rate: Rational | null): string {
  const { t, format } = words;
  if (rate === null) return translator(words.locale, 'member')('history.categoryGone', { category: slot });
  if (rate.numerator === 0) return t('rule.categoryNone', { category: slot, unit: format.unit });
  return t('rule.category', { category: slot, ...rateWords(words, rate, currency) });
}

function isSame(one: Rational | null, other: Rational | null): boolean {
  if (one === null || other === null) return one === other;
  return one.numerator * other.denominator === other.numerator * one.denominator;
}

function plain(message: string): RuleLine {
  return { message, name: null };
}
