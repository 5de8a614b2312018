import { useTranslations } from 'use-intl/react';
import type { LocalizedText } from '../../../src/domain/locale.ts';
import { isolated } from '../../../src/messages/isolated.ts';
import { isLocale } from '../../../src/messages/locale.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';
import type { Redemption } from './api.ts';

/** Says a line of a redemption: the reward's name as it was then, times how many. */
export function useLineWords(): (line: Redemption['lines'][number]) => string {
  const t = useTranslations('redemptions');
  const { locale } = useLanguage();
  const { shop } = useShop();
  return (line) => {
    const name = isolated(pickText(namesOf(line.names), locale, shop.locale)?.text ?? t('unnamed'));
    return line.quantity === 1 ? name : t('times', { name, quantity: line.quantity });
  };
}

function namesOf(names: Record<string, string>): LocalizedText {
  return Object.fromEntries(Object.entries(names).filter(([locale]) => isLocale(locale)));
}
