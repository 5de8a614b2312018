import { Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { SECTION_GROUPS, type Section } from './sections.ts';

type Props = { sections: readonly Section[]; children: (section: Section) => ReactNode };

/** Sections under what they are about; one alone, a clerk's, needs no heading. */
export function SectionGroups({ sections, children }: Props) {
  const t = useTranslations('shell.groups');
  const id = useId();
  if (sections.length <= 1) return sections.map(children);
  return SECTION_GROUPS.map((group) => {
    const own = sections.filter((section) => section.group === group);
    if (own.length === 0) return null;
    return (
      // biome-ignore lint/a11y/useSemanticElements: links in a navigation, no fields
      <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
        <Text id={`${id}-${group}`} size="xs" c="dimmed" fw={600} px="sm" pt="sm" pb={4}>
          {t(group)}
        </Text>
        {own.map(children)}
      </div>
    );
  });
}
