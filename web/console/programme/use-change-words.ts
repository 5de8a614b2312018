import { useTranslations } from 'use-intl/react';
import { minorPerMajor } from '../../../src/domain/money.ts';
import type { ExpiryPolicy } from '../../../src/domain/programme/programme.ts';
import { isolated } from '../../../src/messages/isolated.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import type { ProgrammeChange } from './model.ts';

/** Says a change of the rules as a sentence. */
export function useChangeWords(): (change: ProgrammeChange) => string {
  const t = useTranslations('programme');
  const format = useFormat();
  const { shop } = useShop();
  const unit = format.money(minorPerMajor(shop.currency), shop.currency);
  const each = (to: string) => ({ unit, points: format.unitFor(Number(to)), to });
  const expiryWords = (expiry: ExpiryPolicy) =>
    expiry.kind === 'rolling' ? t('expiryRolling', { days: expiry.days }) : t(`expiries.${expiry.kind}`);
  return (change) => {
    switch (change.kind) {
      case 'baseRate':
        return change.from === null
          ? t('rules.baseRate', each(change.to))
          : t('changes.baseRate', { ...each(change.to), from: change.from });
      case 'categoryAdded':
        return t('changes.categoryAdded', { ...each(change.to), category: isolated(change.category) });
      case 'categoryRemoved':
        return t('changes.categoryRemoved', { category: isolated(change.category), from: change.from });
      case 'categoryRate':
        return change.from === null
          ? t('changes.categoryAdded', { ...each(change.to), category: isolated(change.category) })
          : t('changes.categoryRate', {
              ...each(change.to),
              category: isolated(change.category),
              from: change.from,
            });
      case 'signUpBonus':
      case 'visitPoints':
        return change.from === null || change.from === 0
          ? t(`rules.${change.kind}`, { to: format.points(change.to) })
          : t(`changes.${change.kind}`, { from: format.points(change.from), to: format.points(change.to) });
      case 'daysUntilEntry':
        return change.from === null
          ? t('rules.daysUntilEntry', { to: change.to })
          : t('changes.daysUntilEntry', { from: change.from, to: change.to });
      case 'expiry':
        return change.from === null
          ? t('rules.expiry', { to: expiryWords(change.to) })
          : t('changes.expiry', { from: expiryWords(change.from), to: expiryWords(change.to) });
      case 'clawback':
        return t('changes.clawback', { to: t(`clawbacks.${change.to}`) });
    }
  };
}
