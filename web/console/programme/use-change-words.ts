import { useTranslations } from 'use-intl/react';
import type { ExpiryPolicy } from '../../../src/domain/programme/programme.ts';
import type { ProgrammeChange } from './model.ts';

/** Says a change of the rules as a sentence. */
export function useChangeWords(): (change: ProgrammeChange) => string {
  const t = useTranslations('programme');
  const expiryWords = (expiry: ExpiryPolicy) =>
    expiry.kind === 'rolling' ? t('expiryRolling', { days: expiry.days }) : t(`expiries.${expiry.kind}`);
  return (change) => {
    switch (change.kind) {
      case 'baseRate':
        return t('changes.baseRate', { from: change.from, to: change.to });
      case 'categoryAdded':
        return t('changes.categoryAdded', { category: change.category, to: change.to });
      case 'categoryRemoved':
        return t('changes.categoryRemoved', { category: change.category, from: change.from });
      case 'categoryRate':
        return t('changes.categoryRate', { category: change.category, from: change.from, to: change.to });
      case 'daysUntilEntry':
        return t('changes.daysUntilEntry', { from: change.from, to: change.to });
      case 'expiry':
        return t('changes.expiry', { from: expiryWords(change.from), to: expiryWords(change.to) });
      case 'clawback':
        return t('changes.clawback', { to: t(`clawbacks.${change.to}`) });
    }
  };
}
