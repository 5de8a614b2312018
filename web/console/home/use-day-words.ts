import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { useLanguage } from '../locale/locale-provider.tsx';

/** Days of the shop's calendar as people write them; they are of no zone any more. */
export function useDayWords(): {
  day(day: string): string;
  span(of: { fromDay: string; toDay: string }): string;
} {
  const t = useTranslations('home.flow');
  const { locale } = useLanguage();
  return useMemo(() => {
    const written = new Intl.DateTimeFormat(locale, {
      ...{ timeZone: 'UTC', day: 'numeric' },
      month: locale === 'en' ? 'short' : 'long',
    });
    const day = (of: string) => (of === '' ? '' : written.format(new Date(of)));
    return {
      day,
      span: ({ fromDay, toDay }) =>
        fromDay === toDay ? day(fromDay) : t('week', { from: day(fromDay), to: day(toDay) }),
    };
  }, [locale, t]);
}
