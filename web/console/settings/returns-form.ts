import { LOCALES, type LocalizedText } from '../../../src/domain/locale.ts';
import { RETURN_DAYS_MAX, type ReturnsPolicy } from '../../../src/domain/shop-settings.ts';

/** What it begins with: most shops and most laws have a week. */
const DAYS_BEFORE_SAID = 7;

export type ReturnsForm = { accepts: boolean; days: string; texts: LocalizedText };

export function returnsFormOf(saved: ReturnsPolicy | null): ReturnsForm {
  const { days, texts } = saved ?? { days: DAYS_BEFORE_SAID, texts: {} };
  return { accepts: days > 0, days: String(days || DAYS_BEFORE_SAID), texts };
}

/** What the fields say; null where the days are none. */
export function readReturns({ accepts, days, texts }: ReturnsForm): ReturnsPolicy | null {
  const written = LOCALES.flatMap((locale) => {
    const text = texts[locale]?.trim();
    return text ? [[locale, text] as const] : [];
  });
  const typed = days.normalize('NFKC').trim();
  const count = accepts ? Number(typed) : 0;
  const isDays = !accepts || (/^\d{1,3}$/.test(typed) && count >= 1 && count <= RETURN_DAYS_MAX);
  return isDays ? { days: count, texts: Object.fromEntries(written) } : null;
}
