import type { Locale } from '../../src/domain/locale.ts';
import type { PointsName } from '../../src/domain/shop.ts';
import { type Format, formatFor } from '../../src/messages/format.ts';
import { type Translate, translator } from '../../src/messages/translator.ts';

/** Everything a component needs to speak: the reader's language and the shop's zone and points. */
export type Words = {
  locale: Locale;
  /** The language of what the merchant wrote in one language only, such as the shop's name. */
  shopLocale: Locale;
  t: Translate<'mall'>;
  format: Format;
  nowMs: number;
};

export type WordsSetting = {
  locale: Locale;
  shopLocale: Locale;
  timeZone: string;
  pointsName: PointsName;
  nowMs: number;
};

export function wordsFor({ locale, shopLocale, timeZone, pointsName, nowMs }: WordsSetting): Words {
  return {
    locale,
    shopLocale,
    t: translator(locale, 'mall'),
    format: formatFor({ locale, timeZone, pointsName }),
    nowMs,
  };
}
