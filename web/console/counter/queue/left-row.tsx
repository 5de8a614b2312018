import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../../src/messages/isolated.ts';
import { problemOf } from '../../api/problem.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { MEMBERS_KEY } from '../../members/api.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { notifyDone } from '../../parts/notify.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useShop } from '../../session/session.ts';
import { useFormat } from '../../session/use-format.ts';
import { COUNTER_KEY } from '../api.ts';
import { totalMinor } from '../sale.ts';
import type { KeptGrant } from './kept-grant.ts';
import { giveLeft, throwLeftAway } from './left-grants.ts';
import { forgetGrant } from './store.ts';
import { KEPT_KEY } from './use-kept-grants.ts';

/** One grant that somebody left: given by whoever presses, in her own name, or thrown away once she was asked. */
export function LeftRow({ grant }: { grant: KeptGrant }) {
  const t = useTranslations('counter');
  const slip = useTranslations('slip');
  const format = useFormat();
  const client = useQueryClient();
  const { shop } = useShop();
  const [throwing, setThrowing] = useState(false);
  const amountMinor = totalMinor(grant.body);
  const amount = format.money(amountMinor, shop.currency);
  const name = grant.member?.name ?? grant.typed ?? '';
  const gone = async () => {
    await forgetGrant(grant.key);
    await client.invalidateQueries({ queryKey: KEPT_KEY });
  };
  const give = useSubmission({
    send: giveLeft,
    refresh: [COUNTER_KEY, MEMBERS_KEY],
    onSuccess(granted) {
      if (granted === null) return;
      notifyDone(t('queueSent', { count: 1 }));
      void gone();
    },
  });
  const discard = useSubmission({ send: throwLeftAway, onSuccess: () => void gone() });
  const isSettled = [give, discard].some(({ error }) => problemOf(error).code === 'left-grant-settled');
  return (
    <Stack gap="xs" className="grantRow">
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} truncate>
            {name}
          </Text>
          <Text size="sm" c="dimmed" className="figures">
            {format.dateTime(grant.atMs, Date.now())} ·{' '}
            {t('leftBy', { name: isolated(grant.by ?? slip('someone')) })}
          </Text>
        </div>
        <Text fw={700} className="figures">
          {amount}
        </Text>
      </Group>
      {give.data === null && (
        <Alert color="red" variant="light" role="alert">
          <Text c="var(--mantine-color-text)">{t('queueNobody')}</Text>
        </Alert>
      )}
      <ProblemAlert error={give.error ?? discard.error} />
      {isSettled ? (
        <Button variant="default" size="md" onClick={() => void gone()}>
          {t('moreDone')}
        </Button>
      ) : (
        <Group gap="xs">
          <Button size="md" loading={give.isPending} onClick={() => give.mutate(grant)}>
            {t('leftGive')}
          </Button>
          <Button size="md" variant="subtle" color="red" onClick={() => setThrowing(true)}>
            {t('leftThrow')}
          </Button>
        </Group>
      )}
      <Confirm
        opened={throwing && !isSettled}
        onClose={() => setThrowing(false)}
        title={t('leftThrowTitle')}
        detail={t('leftThrowDetail', { name: isolated(name), amount })}
        action={t('leftThrow')}
        pending={discard.isPending}
        error={discard.error}
        onConfirm={() => discard.mutate({ grant, amountMinor })}
        dangerous
      />
    </Stack>
  );
}
