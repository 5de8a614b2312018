import { Button, Group, Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { useFormat } from '../session/use-format.ts';
import type { DesignAnswer } from './api.ts';

type Props = {
  scheduled: DesignAnswer['scheduled'];
  pending: boolean;
  onCallOff: () => void;
};

/** What is to be published later, and the way to call it off. */
export function ScheduledLine({ scheduled, pending, onCallOff }: Props) {
  const t = useTranslations('design');
  const format = useFormat();
  if (scheduled === null) return null;
  const time = format.dateTime(scheduled.publishAtMs, Date.now());
  return (
    <Group justify="space-between" gap="xs" mt="xs">
      <Group gap={6} wrap="nowrap">
        <IconClock size={18} aria-hidden />
        <Text size="sm">
          {scheduled.byName === null
            ? t('schedule.bar', { time })
            : t('schedule.by', { time, name: scheduled.byName })}
        </Text>
      </Group>
      <Button variant="subtle" size="compact-sm" loading={pending} onClick={onCallOff}>
        {t('schedule.off')}
      </Button>
    </Group>
  );
}
