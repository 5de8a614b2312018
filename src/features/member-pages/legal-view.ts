import type { LegalText } from '../../../web/mall/legal.tsx';
import type { Words } from '../../../web/mall/words.ts';
import { hashJson } from '../../domain/chain.ts';
import { LOCALES, type Locale } from '../../domain/locale.ts';
import { translator } from '../../messages/translator.ts';
import { returnWords } from '../mall/delivery-words.ts';
import { entryWords, expiryWords, programmeAt, refundWords } from '../mall/rules-view.ts';
import type { MallManifest } from '../publication/manifest.ts';

/** Enough of the hash that two texts of one shop never share it, short enough to be read out. */
const VERSION_CHARACTERS = 10;

/** What the texts are made from besides the words: settings of the shop and of this installation. */
export type LegalSource = {
  manifest: Pick<MallManifest, 'tenant' | 'programme' | 'payments' | 'settings'>;
  /** Whether codes are sent as text messages, too. */
  sms: boolean;
  /** Where the shop's name stands in a line; see `SLOT` of web/mall. */
  slot: string;
};

/** Privacy: what is kept, why, who gets it, how long, and what she can do about it. */
export function privacyText(words: Words, { manifest, sms, slot }: LegalSource): LegalText {
  const { contact } = manifest.tenant;
  const { unit } = words.format;
  const m = translator(words.locale, 'member');
  const reached = [
    contact.phone,
    contact.email,
    contact.wechat ? words.t('foot.wechatName', { name: contact.wechat }) : null,
    contact.address,
  ].filter((part) => part !== null);
  const cards = manifest.payments.online;
  return {
    kind: 'privacy',
    sections: [
      {
        title: m('legal.who'),
        lines: [
          m('legal.whoLine', { shop: slot }),
          reached.length > 0 ? m('legal.reach', { contact: reached.join(' · ') }) : m('legal.reachHelp'),
        ],
      },
      {
        title: m('legal.what'),
        lines: [
          m('legal.whatName'),
          m('legal.whatOrders', { unit }),
          m('legal.whatPoints', { unit }),
          m('legal.whatAddress'),
          m('legal.whatAbout'),
          m('legal.whatQuestions'),
          m('legal.whatConsent'),
          m('legal.whatSession'),
          ...(cards ? [m('legal.whatCards')] : []),
        ],
      },
      {
        title: m('legal.shared'),
        lines: [
          m('legal.sharedStaff'),
          m('legal.sharedCarrier'),
          m(sms ? 'legal.sharedSendersBoth' : 'legal.sharedSenders'),
          ...(cards ? [m('legal.sharedStripe')] : []),
          m('legal.sharedHosting'),
        ],
      },
      { title: m('legal.long'), lines: [m('legal.longAccount'), m('legal.longClosed')] },
      { title: m('legal.rights'), lines: [m('legal.rightsSee'), m('legal.rightsAsk')] },
    ],
  };
}

/** Terms: how points come, end and are spent. Rates stand on the rules page, so that a rate is no new text. */
export function termsText(words: Words, { manifest }: LegalSource): LegalText {
  const { t, format, nowMs } = words;
  const { unit, unitTitle } = format;
  const m = translator(words.locale, 'member');
  const { current } = programmeAt(manifest.programme, nowMs);
  const { online, counter } = manifest.payments;
  const ways = online && counter ? 'Both' : online ? 'Online' : 'Counter';
  return {
    kind: 'terms',
    sections: [
      {
        title: m('legal.membership'),
        lines: [m('legal.membershipFree'), m('legal.membershipTransfer', { unitTitle })],
      },
      {
        title: m('legal.earning'),
        lines: [m('legal.earningRules'), ...(current ? [entryWords(words, current)] : [])],
      },
      {
        title: m('legal.expiring'),
        lines: [...(current ? [expiryWords(words, current)] : []), m('legal.expiringKept')],
      },
      {
        title: m('legal.redeeming'),
        lines: [
          m('legal.redeemingPrice'),
          m('legal.redeemingCancel'),
          ...[returnWords(words, manifest)].filter((line) => line !== null),
          ...(current ? [m('legal.redeemingBack', { unitTitle, days: current.graceDays })] : []),
          m('legal.redeemingVoucher'),
          ...(online || counter ? [m(`legal.redeemingCash${ways}`)] : []),
        ],
      },
      ...(current ? [{ title: m('legal.refunds'), lines: [t(refundWords(current))] }] : []),
      { title: m('legal.changes'), lines: [m('legal.changesLine')] },
      { title: m('legal.closing'), lines: [m('legal.closingLine', { unit })] },
    ],
  };
}

/**
 * The version of both texts in all languages: their content names it, so that it changes when, and only
 * when, somebody would read something else. `wordsIn` gives the words of each language.
 */
export function legalVersion(wordsIn: (locale: Locale) => Words, source: LegalSource): string {
  const texts = LOCALES.map((locale) => {
    const words = wordsIn(locale);
    return [privacyText(words, source).sections, termsText(words, source).sections];
  });
  return hashJson([source.manifest.tenant.name, texts]).slice(0, VERSION_CHARACTERS);
}
