import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import type { Doer } from './cash.ts';

/** Who did it, by name and branch where they are known; null where it was nobody in particular. */
export function useDoer(): (doer: Doer) => string | null {
  const t = useTranslations('redemptions');
  return (doer) => {
    if (doer === null || doer.kind === 'system') return null;
    const who = doer.name ? isolated(doer.name) : t(`doers.${doer.kind}`);
    return doer.branch === null ? who : `${who} · ${isolated(doer.branch)}`;
  };
}
