import { isolated } from '../../../src/messages/isolated.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';

/** A name in the reader's language, else in the shop's, else in any. */
export function useNameOf(): (names: Record<string, string>) => string {
  const { locale } = useLanguage();
  const { shop } = useShop();
  return (names) => isolated(pickText(names, locale, shop.locale)?.text ?? '');
}
