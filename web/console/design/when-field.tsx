import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { ShopTimeField } from './shop-time-field.tsx';

/** Null: in ten seconds; else the moment, null in it while none is chosen. */
export type When = { atMs: number | null } | null;

/** When a publish is to be seen. */
export function WhenField({ when, onChange }: { when: When; onChange: (when: When) => void }) {
  const t = useTranslations('design');
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={t('schedule.when')}
        value={when === null ? 'now' : 'later'}
        onChange={(value) => onChange(value === 'now' ? null : { atMs: null })}
        data={(['now', 'later'] as const).map((value) => ({ value, label: t(`schedule.${value}`) }))}
      />
      {when !== null && (
        <>
          <ShopTimeField
            label={t('schedule.at')}
            valueMs={when.atMs}
            error={when.atMs === null || isAhead(when.atMs) ? undefined : t('schedule.pick')}
            onChange={(atMs) => onChange({ atMs })}
          />
          <Text size="sm" c="dimmed">
            {t('schedule.what')}
          </Text>
        </>
      )}
    </Stack>
  );
}

const SOONEST_MS = 60_000;

export function isAhead(atMs: number): boolean {
  return atMs >= Date.now() + SOONEST_MS;
}
