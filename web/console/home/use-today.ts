import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';

/** The shop's own day, with its weekday. */
export function useToday(): string {
  const { locale } = useLanguage();
  const { shop } = useShop();
  const { timeZone } = shop;
  const written = { timeZone, month: 'long', day: 'numeric', weekday: 'long' } as const;
  return new Intl.DateTimeFormat(locale, written).format(Date.now());
}
