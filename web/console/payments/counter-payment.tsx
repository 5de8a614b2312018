import { Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { PAYMENTS_KEY, setCounterPayment } from './api.ts';

/** Whether members may bring the cash part to the shop. */
export function CounterPayment({ enabled }: { enabled: boolean }) {
  const t = useTranslations('payments');
  const client = useQueryClient();
  const change = useSubmission({
    send: setCounterPayment,
    refresh: [PAYMENTS_KEY],
    onSuccess(found) {
      client.setQueryData(PAYMENTS_KEY, found);
      notifyDone(found.counterEnabled ? t('counterOn') : t('counterOff'));
    },
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="counter">
      <Stack gap="sm">
        <Title order={2} id="counter">
          {t('counter')}
        </Title>
        <Text c="dimmed">{t('counterWhat')}</Text>
        <Switch
          size="lg"
          styles={{ label: { fontSize: 'var(--mantine-font-size-md)' } }}
          label={t('counterSwitch')}
          checked={change.isPending ? change.variables.enabled : enabled}
          aria-busy={change.isPending}
          onChange={({ currentTarget: { checked } }) => {
            if (!change.isPending) change.mutate({ enabled: checked });
          }}
        />
        <ProblemAlert error={change.error} />
      </Stack>
    </Paper>
  );
}
