import { useMemo } from 'react';
import { type Format, formatFor } from '../../../src/messages/format.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from './session.ts';

/** Figures, money and times in the reader's language, with the shop's zone and word for points. */
export function useFormat(): Format {
  const { locale } = useLanguage();
  const { shop } = useShop();
  return useMemo(
    () => formatFor({ locale, timeZone: shop.timeZone, pointsName: shop.pointsName }),
    [locale, shop.timeZone, shop.pointsName],
  );
}
