import { useTranslations } from 'use-intl/react';
import type { DesignChange } from '../../../src/domain/design/design-changes.ts';

/** Says a change of the design as a sentence. */
export function useChangeWords(): (change: DesignChange) => string {
  const t = useTranslations('design');
  return (change) => {
    switch (change.kind) {
      case 'layout':
        return t('changes.layout', { to: t(`layouts.${change.to}`) });
      case 'main':
      case 'accent':
        return t(`changes.${change.kind}`, { from: change.from.toUpperCase(), to: change.to.toUpperCase() });
      case 'corners':
        return t('changes.corners', { to: t(`cornerSizes.${change.to}`) });
      case 'heading':
        return t('changes.heading', { to: t(`headings.${change.to}`) });
      case 'points_icon':
        return t('changes.points_icon', { to: t(`pointsIcons.${change.to}`) });
      case 'points_name':
      case 'block_order':
        return t(`changes.${change.kind}`);
      case 'block_shown':
      case 'block_hidden':
        return t(`changes.${change.kind}`, { block: t(`blocks.${change.block}`) });
      case 'banner':
        return t('changes.banner', { how: change.how, place: String(change.place) });
      default:
        return t('changes.part', { how: change.how, part: t(`parts.${change.kind}`) });
    }
  };
}
