import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { DESIGN_LIMITS } from '../../../src/domain/design/design-limits.ts';
import { PLAIN_POINTS_ICON } from '../../../src/domain/design/points-icon.ts';
import type { GroupProps } from './group.ts';
import { PointsIconField } from './points-icon-field.tsx';

/** What the shop calls its points; Chinese has one form for one and for many. */
export function PointsNameGroup({ content: { pointsName, pointsIcon }, change }: GroupProps) {
  const t = useTranslations('design');
  const field = (label: string, lang: keyof typeof pointsName, forms: ('one' | 'other')[]) => {
    const value = pointsName[lang][forms[0] ?? 'other'];
    return (
      <TextInput
        label={label}
        lang={lang}
        dir="auto"
        required
        autoComplete="off"
        maxLength={DESIGN_LIMITS.pointsNameCharacters}
        value={value}
        error={value.trim() === '' ? t('pointsNameMissing') : undefined}
        onChange={({ currentTarget }) => {
          const changed = Object.fromEntries(forms.map((form) => [form, currentTarget.value]));
          change(
            { pointsName: { ...pointsName, [lang]: { ...pointsName[lang], ...changed } } },
            'pointsName',
          );
        }}
      />
    );
  };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('pointsNameWhat')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {field('简体中文', 'zh-CN', ['other', 'one'])}
        {field('繁體中文', 'zh-TW', ['other', 'one'])}
        {field(t('pointOne'), 'en', ['one'])}
        {field(t('pointOther'), 'en', ['other'])}
      </SimpleGrid>
      <PointsIconField
        chosen={pointsIcon ?? PLAIN_POINTS_ICON}
        onChange={(next) => change({ pointsIcon: next }, 'pointsIcon')}
      />
    </Stack>
  );
}
