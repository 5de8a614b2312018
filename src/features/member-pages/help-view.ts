import type { HelpView, OwnQuestion } from '../../../web/mall/help.tsx';
import type { Words } from '../../../web/mall/words.ts';
import { earnsAt } from '../../domain/shop-closing.ts';
import { pickText } from '../../messages/localized-text.ts';
import { translator } from '../../messages/translator.ts';
import { returnWords } from '../mall/delivery-words.ts';
import {
  contactSection,
  entryWords,
  expiryWords,
  programmeAt,
  rateWords,
  refundWords,
} from '../mall/rules-view.ts';
import type { MallManifest } from '../publication/manifest.ts';
import type { QuestionRow } from '../questions/queries.ts';

type Answers = HelpView['questions'];

/** The eight questions that people ask most, answered from the rules in force. */
export function helpAnswers(words: Words, { tenant, programme }: MallManifest): Answers {
  const { t, format, nowMs } = words;
  const { unit } = format;
  const m = translator(words.locale, 'member');
  const { current } = programmeAt(programme, nowMs);
  const said = (known: string | null) => known ?? m('help.earnNone');
  return [
    {
      question: m('help.earnQ', { unit }),
      answer: earnsAt(tenant.closing, nowMs)
        ? said(current && m('help.earnA', rateWords(words, current.baseRate, tenant.currency)))
        : t('earnPage.ended', { unit }),
    },
    { question: m('help.whenQ'), answer: said(current && entryWords(words, current)) },
    { question: m('help.expireQ'), answer: said(current && expiryWords(words, current)) },
    { question: m('help.whyQ'), answer: m('help.whyA', { unit }) },
    { question: m('help.missingQ'), answer: m('help.missingA', { unit }) },
    { question: m('help.redeemQ'), answer: m('help.redeemA') },
    { question: m('help.cancelQ'), answer: m('help.cancelA', { unit }) },
    { question: m('help.returnQ'), answer: said(current && t(refundWords(current))) },
  ];
}

export type HelpSource = Pick<HelpView, 'form' | 'refusal' | 'sent'> & { own: QuestionRow[] | null };

export function helpView(words: Words, manifest: MallManifest, source: HelpSource): HelpView {
  const { own, ...rest } = source;
  const hours = manifest.design?.footer.openingHours ?? {};
  const line = returnWords(words, manifest);
  const texts = manifest.settings?.returns?.texts ?? {};
  return {
    ...rest,
    returns: line === null ? null : { line, text: pickText(texts, words.locale, words.shopLocale) },
    questions: helpAnswers(words, manifest),
    hours: Object.values(hours).some(Boolean) ? pickText(hours, words.locale, words.shopLocale) : null,
    contact: contactSection(words, manifest),
    own: own === null ? null : own.map(ownQuestion),
  };
}

function ownQuestion({ kind, text, orderNumber, askedAtMs, answer, answeredAtMs }: QuestionRow): OwnQuestion {
  return {
    text: kind === 'question' ? text : null,
    orderNumber,
    askedAtMs,
    answer: answer !== null && answeredAtMs !== null ? { text: answer, atMs: answeredAtMs } : null,
  };
}
