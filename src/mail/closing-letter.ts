import type { Mail, Tenant } from '../context.ts';
import { type ClosingLetter, reopenUntilMs, type ShopClosing } from '../domain/shop-closing.ts';
import { formatFor } from '../messages/format.ts';
import { translator } from '../messages/translator.ts';

type Told = {
  shop: Pick<Tenant, 'name' | 'locale' | 'timeZone' | 'pointsName'>;
  closing: ShopClosing;
  nowMs: number;
  /** Of the console. */
  origin: string;
};

/** Tells an owner that her shop closes, closes soon, or has closed, and until when she can have it back. */
export function closingLetter(
  to: string,
  letter: ClosingLetter,
  { shop, closing, nowMs, origin }: Told,
): Mail {
  const { name, locale, timeZone, pointsName } = shop;
  const t = translator(locale, 'mail');
  const { unit, lastDay } = formatFor({ locale, timeZone, pointsName });
  const said = {
    shop: name,
    unit,
    date: lastDay(closing.closesAtMs, nowMs),
    until: lastDay(reopenUntilMs(closing), nowMs),
    link: `${origin}/settings/close`,
  };
  return { to, subject: t(`shopCloses.${letter}.subject`, said), text: t(`shopCloses.${letter}.body`, said) };
}
