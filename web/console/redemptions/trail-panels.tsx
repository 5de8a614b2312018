import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { useFormat } from '../session/use-format.ts';
import { type Redemption, type Trail, trailQuery } from './api.ts';

const KINDS = [
  'order_confirmed',
  'order_shipped',
  'order_ready',
  'order_handed_over',
  'order_cancelled',
  'order_refunded',
] as const;

/** The books and the post: how her points moved for it, and what she was written. */
export function TrailPanels({ redemption: { memberId, id, version } }: { redemption: Redemption }) {
  const t = useTranslations('redemptions');
  const trail = useQuery({ ...trailQuery(memberId, id, version), placeholderData: keepPreviousData });
  // It says more about what stands above; without it that is still whole.
  if (!trail.data) return null;
  const { entries, letters } = trail.data;
  return (
    <>
      {entries.length > 0 && (
        <Paper withBorder p="md" component="section" aria-labelledby="entries">
          <Title order={2} id="entries" mb="xs">
            {t('entries')}
          </Title>
          <Stack gap="xs">
            {entries.map((entry) => (
              <Entry key={entry.seq} entry={entry} />
            ))}
          </Stack>
        </Paper>
      )}
      {letters.length > 0 && (
        <Paper withBorder p="md" component="section" aria-labelledby="letters">
          <Title order={2} id="letters" mb="xs">
            {t('letters')}
          </Title>
          <Stack gap="xs">
            {letters.map((letter) => (
              <Letter key={`${letter.kind}-${letter.at}`} letter={letter} />
            ))}
          </Stack>
        </Paper>
      )}
    </>
  );
}

function Entry({ entry }: { entry: Trail['entries'][number] }) {
  const t = useTranslations('redemptions');
  const members = useTranslations('members');
  const format = useFormat();
  const returned = entry.type === 'points.returned';
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" className="figures">
      <Stack gap={0}>
        <Text>{t(returned ? 'entryReturned' : 'entryRedeemed')}</Text>
        <Text size="sm" c="dimmed">
          {format.dateTime(Date.parse(entry.at), Date.now())}
        </Text>
      </Stack>
      <Stack gap={0} align="flex-end">
        <Text fw={600}>{format.signed(entry.points)}</Text>
        <Text size="sm" c="dimmed">
          {members('balanceAfter', { balance: format.count(entry.balanceAfter) })}
        </Text>
      </Stack>
    </Group>
  );
}

function Letter({ letter: { kind, state, at } }: { letter: Trail['letters'][number] }) {
  const t = useTranslations('redemptions');
  const format = useFormat();
  const known = KINDS.find((one) => one === kind);
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0}>
        <Text>{t(`letterKinds.${known ?? 'other'}`)}</Text>
        <Text size="sm" c="dimmed" className="figures">
          {format.dateTime(Date.parse(at), Date.now())}
        </Text>
      </Stack>
      <Text size="sm" c={state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}>
        {t(`letterStates.${state}`)}
      </Text>
    </Group>
  );
}
