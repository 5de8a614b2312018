import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import type { Doer } from './cash.ts';

/** Who did it, by name where it is known; null where it was nobody in particular. */
export function useDoer(): (doer: Doer) => string | null {
  const t = useTranslations('redemptions');
  return (doer) => {
    if (doer === null || doer.kind === 'system') return null;
    return doer.name ? isolated(doer.name) : t(`doers.${doer.kind}`);
  };
}
