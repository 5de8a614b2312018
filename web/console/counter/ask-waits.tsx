import { Button, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import type { Redemption } from '../redemptions/api.ts';
import { useFormat } from '../session/use-format.ts';
import { askQuery, withdrawAsk } from './redeem-api.ts';

type Props = { askId: string; onConfirmed: (redemption: Redemption) => void; onBack: () => void };

/** Until she has said yes or no on her phone, or the five minutes are over. */
export function AskWaits({ askId, onConfirmed, onBack }: Props) {
  const t = useTranslations('counter');
  const format = useFormat();
  const ask = useQuery(askQuery(askId));
  const withdraw = useSubmission({ send: withdrawAsk, onSuccess: onBack });
  const redemption = ask.data?.redemption ?? null;
  const confirmed = useRef(onConfirmed);
  confirmed.current = onConfirmed;
  useEffect(() => {
    if (redemption !== null) confirmed.current(redemption);
  }, [redemption]);
  const state = ask.data?.state ?? 'open';
  if (state === 'open' || state === 'redeeming' || state === 'confirmed') {
    const until = ask.data ? format.dateTime(Date.parse(ask.data.expiresAt), Date.now()) : '';
    return (
      <Stack align="center" ta="center" role="status">
        <Loader />
        <Text fw={600}>{t('askOpen')}</Text>
        <Text c="dimmed">{t('askUntil', { time: until })}</Text>
        <ProblemAlert error={ask.error ?? withdraw.error} />
        <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(askId)}>
          {t('askWithdraw')}
        </Button>
      </Stack>
    );
  }
  return (
    <Stack role="alert">
      <Text fw={700} fz="lg">
        {t(`askOver.${state}`)}
      </Text>
      {ask.data?.refusal && <Text>{ask.data.refusal.detail}</Text>}
      <Button size="lg" onClick={onBack}>
        {t('back')}
      </Button>
    </Stack>
  );
}
