import { Group, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { shareOf } from '../../../src/domain/join-link.ts';
import { useFormat } from '../session/use-format.ts';

type Props = { scans: number; joins: number; firstRedemptions: number };

/** Opened, joined, redeemed: each with its share of the step before. */
export function Funnel({ scans, joins, firstRedemptions }: Props) {
  const t = useTranslations('joinLinks');
  return (
    <Group component="dl" gap={4} mx={0} mb={0} mt="sm" wrap="nowrap" align="flex-start">
      <Step label={t('scans')} count={scans} of={null} />
      <Arrow />
      <Step label={t('joins')} count={joins} of={scans} />
      <Arrow />
      <Step label={t('redeemed')} count={firstRedemptions} of={joins} />
    </Group>
  );
}

function Arrow() {
  return <IconChevronRight size={18} aria-hidden style={{ marginTop: 6, flexShrink: 0 }} opacity={0.5} />;
}

function Step({ label, count, of }: { label: string; count: number; of: number | null }) {
  const t = useTranslations('joinLinks');
  const format = useFormat();
  const percent = of === null ? null : shareOf(count, of);
  return (
    <div
      style={{ flex: '0 1 132px', minWidth: 'min-content', display: 'flex', flexDirection: 'column-reverse' }}
    >
      <Text component="dt" size="sm" c="dimmed">
        <span style={{ whiteSpace: 'nowrap' }}>{label}</span>
        {percent !== null && ` ${t('share', { percent })}`}
      </Text>
      <Text component="dd" m={0} fw={650} fz="lg" className="figures">
        {format.count(count)}
      </Text>
    </div>
  );
}
