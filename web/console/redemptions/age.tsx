import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { ageOf } from './model.ts';

/** How long ago; red where it should not have waited. */
export function Age({ atMs, late }: { atMs: number; late: boolean }) {
  const t = useTranslations('common');
  const { unit, count } = ageOf(atMs, Date.now());
  return (
    <Text size="sm" c={late ? 'var(--mantine-color-error)' : 'dimmed'} fw={late ? 600 : 400}>
      {t(`ago.${unit}`, { count })}
    </Text>
  );
}
