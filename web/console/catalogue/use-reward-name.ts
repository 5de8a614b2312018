import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';
import type { Reward } from './api.ts';
import { textsOf } from './model.ts';

/** The name of a reward in the reader's language, else in the shop's, else in any. */
export function useRewardName(): (reward: Reward) => string {
  const t = useTranslations('rewards');
  const { locale } = useLanguage();
  const { shop } = useShop();
  return ({ draft }) => isolated(pickText(textsOf(draft.names), locale, shop.locale)?.text ?? t('unnamed'));
}
