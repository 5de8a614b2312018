import type { Locale } from '../../../src/domain/locale.ts';
import type { Programme } from '../../../src/domain/programme/programme.ts';
import { type ProgrammeAnswer, programmeOf } from './published.ts';

type Template = Pick<
  Programme,
  'signUpBonus' | 'visitPoints' | 'baseRate' | 'categoryRates' | 'daysUntilEntry' | 'expiry'
>;

/** Enough for a small coupon on the day of joining; courses count in tenths of a point. */
const WELCOME = { usual: 100, courses: 50 };

const CLEARANCE: Record<Locale, string> = { 'zh-CN': '换季清仓', 'zh-TW': '換季出清', en: 'Clearance' };

const rate = (numerator: number, denominator: number) => ({ numerator, denominator });

/** What a shop of each business usually begins with (S37, S55, S111, S118). */
function templateOf(industry: string, locale: Locale): Template {
  switch (industry) {
    case 'clothing':
      return {
        signUpBonus: WELCOME.usual,
        baseRate: rate(1, 1),
        categoryRates: [{ category: CLEARANCE[locale], rate: rate(1, 2) }],
        daysUntilEntry: 0,
        expiry: { kind: 'end_of_next_year' },
      };
    case 'courses':
      return {
        signUpBonus: WELCOME.courses,
        baseRate: rate(1, 10),
        categoryRates: [],
        daysUntilEntry: 14,
        expiry: { kind: 'rolling', days: 365 },
      };
    case 'beauty':
      return {
        signUpBonus: WELCOME.usual,
        visitPoints: 50,
        baseRate: rate(1, 2),
        categoryRates: [],
        daysUntilEntry: 0,
        expiry: { kind: 'rolling', days: 365 },
      };
    default:
      return {
        signUpBonus: WELCOME.usual,
        baseRate: rate(1, 2),
        categoryRates: [],
        daysUntilEntry: 0,
        expiry: { kind: 'end_of_next_year' },
      };
  }
}

/** The programme that an editor starts from: what is published last, else the template of the business. */
export function startingProgramme(
  answer: ProgrammeAnswer,
  shop: { currency: string; industry: string; locale: Locale },
): Programme {
  const published = answer.next ?? answer.live;
  if (published) return programmeOf(published);
  return {
    currency: shop.currency,
    ...templateOf(shop.industry, shop.locale),
    clawback: 'owe',
    graceDays: 7,
    openHoldsMax: 10,
  };
}
