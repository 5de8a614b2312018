import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { MEMBERS_KEY } from '../members/api.ts';
import { Confirm } from '../parts/confirm.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useFormat } from '../session/use-format.ts';
import { REDEMPTIONS_KEY, type Redemption, type RedemptionStep, takeStep } from './api.ts';
import { actionsFor } from './model.ts';
import { ShipForm } from './ship-form.tsx';

const DONE = {
  prepare: 'donePrepare',
  ship: 'doneShip',
  receive: 'doneReceive',
  cancel: 'doneCancel',
  'answer-cancel': 'doneAnswer',
} as const;

/** What can be done with the redemption now; what is not possible in its state is not offered. */
export function RedemptionActions({ redemption }: { redemption: Redemption }) {
  const t = useTranslations('redemptions');
  const format = useFormat();
  const [shipping, ship] = useDisclosure(false);
  const [cancelling, cancel] = useDisclosure(false);
  const step = useSubmission({
    send: takeStep,
    refresh: [REDEMPTIONS_KEY, MEMBERS_KEY, ['home']],
    onSuccess(_answer, input) {
      notifyDone(t(DONE[input.step]));
      ship.close();
      cancel.close();
    },
  });
  const take = (next: RedemptionStep) =>
    step.mutate({ memberId: redemption.memberId, redemptionId: redemption.id, ...next });
  const isPending = (name: RedemptionStep['step']) => step.isPending && step.variables?.step === name;
  const actions = actionsFor(redemption);
  const failed = step.isError ? step.variables?.step : undefined;
  const inDialog = failed === 'ship' || failed === 'cancel';
  if (actions.length === 0) return null;
  return (
    <Stack gap="sm">
      {actions.includes('answerCancel') && (
        <Alert color="orange" variant="light" title={t('cancelAsked')}>
          <Text c="var(--mantine-color-text)">
            {redemption.cancelRequest?.reason ?? t('cancelNoReason')} ·{' '}
            {t('cancelGivesBack', { points: format.points(redemption.points) })}
          </Text>
          <Group mt="sm">
            <Button
              loading={isPending('answer-cancel')}
              onClick={() => take({ step: 'answer-cancel', accept: true })}
            >
              {t('cancelAccept')}
            </Button>
            <Button
              variant="default"
              disabled={step.isPending}
              onClick={() => take({ step: 'answer-cancel', accept: false })}
            >
              {t('cancelDecline')}
            </Button>
          </Group>
        </Alert>
      )}
      {step.isError && !inDialog && <ProblemAlert error={step.error} />}
      <Group gap="sm">
        {actions.includes('ship') && <Button onClick={ship.open}>{t('ship')}</Button>}
        {actions.includes('prepare') && (
          <Button variant="default" loading={isPending('prepare')} onClick={() => take({ step: 'prepare' })}>
            {t('prepare')}
          </Button>
        )}
        {actions.includes('receive') && (
          <Button loading={isPending('receive')} onClick={() => take({ step: 'receive' })}>
            {t('receive')}
          </Button>
        )}
        {actions.includes('cancel') && (
          <Button variant="default" onClick={cancel.open}>
            {t('cancel')}
          </Button>
        )}
      </Group>
      {actions.includes('prepare') && (
        <Text size="sm" c="dimmed">
          {t('prepareHint')}
        </Text>
      )}
      <ShipForm
        opened={shipping}
        onClose={ship.close}
        pending={isPending('ship')}
        error={failed === 'ship' ? step.error : null}
        onShip={(parcel) => take({ step: 'ship', ...parcel })}
      />
      <Confirm
        opened={cancelling}
        onClose={cancel.close}
        title={t('cancelTitle')}
        detail={t('cancelGivesBack', { points: format.points(redemption.points) })}
        action={t('cancel')}
        pending={isPending('cancel')}
        error={failed === 'cancel' ? step.error : null}
        onConfirm={() => take({ step: 'cancel', reason: null })}
        dangerous
      />
    </Stack>
  );
}
