import { Alert, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import type { MemberImport } from './api.ts';
import { percentOf } from './model.ts';
import { useSteps } from './use-steps.ts';

/** A list on its way in or back: this page takes it on. */
export function ImportProgress({ list }: { list: MemberImport }) {
  const t = useTranslations('imports');
  const { trouble, isTrying, goOn } = useSteps(list);
  const { state, rowsTotal, figures } = list;
  const back = state === 'reversing';
  const total = back ? figures.newMembers + figures.knownMembers : rowsTotal;
  const done = back ? figures.outMembers : figures.takenRows + figures.refusedRows;
  const title = back ? t('reversing') : t('running');
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600}>{title}</Text>
          <Text className="figures" aria-live="polite">
            {t('progress', { done, total })}
          </Text>
        </Group>
        <Progress value={percentOf(list)} size="lg" animated={trouble === null} aria-label={title} />
        {trouble === null && <Text c="dimmed">{t('keepOpen')}</Text>}
        {isTrying && (
          <Alert role="status" color="orange" variant="light">
            {t('trying')}
          </Alert>
        )}
        {trouble !== null && !isTrying && (
          <>
            <ProblemAlert error={trouble} />
            <Group>
              <Button onClick={goOn}>{t('goOn')}</Button>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  );
}
