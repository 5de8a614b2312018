import { useTranslations } from 'use-intl/react';
import { DESIGN_LIMITS } from '../../../src/domain/design/design-limits.ts';
import type { GroupProps } from './group.ts';
import { WordsField } from './words-field.tsx';

export function RulesIntroGroup({ content, change }: GroupProps) {
  const t = useTranslations('design');
  return (
    <WordsField
      label={t('groups.rulesIntro')}
      hideLabel
      lines
      what={t('rulesIntroWhat')}
      value={content.rulesIntro}
      charactersMax={DESIGN_LIMITS.rulesIntroCharacters}
      onChange={(rulesIntro) => change({ rulesIntro }, 'rulesIntro')}
    />
  );
}

export function AnnouncementGroup({ content, change }: GroupProps) {
  const t = useTranslations('design');
  return (
    <WordsField
      label={t('groups.announcement')}
      hideLabel
      what={t('announcementWhat')}
      value={content.announcement}
      charactersMax={DESIGN_LIMITS.announcementCharacters}
      onChange={(announcement) => change({ announcement }, 'announcement')}
    />
  );
}
