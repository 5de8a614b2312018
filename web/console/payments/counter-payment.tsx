import { Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { PAYMENTS_KEY, type PaymentSettings, setCounterPayment } from './api.ts';
import { takesCardsNow } from './model.ts';

/** Whether members may bring the cash part to the shop. */
export function CounterPayment({ settings }: { settings: PaymentSettings }) {
  const { counterEnabled: enabled } = settings;
  const [asking, ask] = useDisclosure(false);
  const t = useTranslations('payments');
  const client = useQueryClient();
  const change = useSubmission({
    send: setCounterPayment,
    refresh: [PAYMENTS_KEY],
    onSuccess(found) {
      client.setQueryData(PAYMENTS_KEY, found);
      ask.close();
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
            if (change.isPending) return;
            if (!checked && !takesCardsNow(settings)) ask.open();
            else change.mutate({ enabled: checked });
          }}
        />
        <ProblemAlert error={asking ? null : change.error} />
        <Confirm
          opened={asking}
          onClose={ask.close}
          title={t('counterOffTitle')}
          detail={t('counterOffDetail')}
          action={t('counterOffConfirm')}
          pending={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate({ enabled: false })}
        />
      </Stack>
    </Paper>
  );
}
