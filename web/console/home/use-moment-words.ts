import { useMemo } from 'react';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';

/** A moment as one says it in the shop: "10:38" of today, with the day of any other. */
export function useMomentWords(): (at: string) => string {
  const { locale } = useLanguage();
  const { shop } = useShop();
  const format = useFormat();
  const { timeZone } = shop;
  return useMemo(() => {
    const clock = new Intl.DateTimeFormat(locale, {
      ...{ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
    const day = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short' });
    return (at) => {
      const [atMs, nowMs] = [Date.parse(at), Date.now()];
      return day.format(atMs) === day.format(nowMs) ? clock.format(atMs) : format.dateTime(atMs, nowMs);
    };
  }, [locale, timeZone, format]);
}
