import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { MEMBERS_KEY } from '../members/api.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useFormat } from '../session/use-format.ts';
import { TakeVoucher } from '../vouchers/take-voucher.tsx';
import { REDEMPTIONS_KEY, type Redemption, type RedemptionStep, takeStep } from './api.ts';
import { cancelSaysOf, promisedCash } from './cash.ts';
import { actionsFor } from './model.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { CorrectParcelForm, ShipForm } from './ship-form.tsx';

const DONE = {
  prepare: 'donePrepare',
  ready: 'doneReady',
  ship: 'doneShip',
  'correct-parcel': 'doneCorrect',
  'hand-over': 'doneHandOver',
  receive: 'doneReceive',
  cancel: 'doneCancel',
  'answer-cancel': 'doneAnswer',
} as const;

type Dialog = 'ship' | 'correctParcel' | 'cancel' | 'decline';

/** What can be done with the redemption now; what is not possible in its state is not offered. */
export function RedemptionActions({ redemption }: { redemption: Redemption }) {
  const t = useTranslations('redemptions');
  const format = useFormat();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const step = useSubmission({
    send: takeStep,
    refresh: [REDEMPTIONS_KEY, MEMBERS_KEY, ['home']],
    onSuccess(_answer, input) {
      notifyDone(t(DONE[input.step]));
      setDialog(null);
    },
  });
  const take = (next: RedemptionStep) =>
    step.mutate({ memberId: redemption.memberId, redemptionId: redemption.id, ...next });
  const open = (next: Dialog) => {
    step.reset();
    setDialog(next);
  };
  const isPending = (name: RedemptionStep['step']) => step.isPending && step.variables?.step === name;
  const actions = actionsFor(redemption);
  const dialogOf = (name: Dialog) => ({
    opened: dialog === name,
    onClose: () => setDialog(null),
    pending: step.isPending,
    error: step.error,
  });
  const points = format.points(redemption.points);
  const cashBackMinor = promisedCash(redemption);
  const cash = redemption.payment ? format.money(cashBackMinor, redemption.payment.currency) : '';
  const givesBack = t(`cancelSays.${cancelSaysOf(redemption)}`, { points, cash });
  if (actions.length === 0) return null;
  return (
    <Stack gap="sm">
      {actions.includes('answerCancel') && (
        <Alert color="orange" variant="light" title={t('cancelAsked')}>
          <Text c="var(--mantine-color-text)">
            {redemption.cancelRequest?.reason ?? t('cancelNoReason')} · {givesBack}
          </Text>
          <Group mt="sm">
            <Button
              loading={isPending('answer-cancel') && dialog === null}
              onClick={() => take({ step: 'answer-cancel', accept: true, reason: null })}
            >
              {t('cancelAccept')}
            </Button>
            <Button variant="default" disabled={step.isPending} onClick={() => open('decline')}>
              {t('cancelDecline')}
            </Button>
          </Group>
        </Alert>
      )}
      {step.isError && dialog === null && <ProblemAlert error={step.error} />}
      <Group gap="sm">
        {actions.includes('markReady') && (
          <Button loading={isPending('ready')} onClick={() => take({ step: 'ready' })}>
            {t('markReady')}
          </Button>
        )}
        {actions.includes('handOver') && (
          <Button
            variant={redemption.state === 'ready' ? 'filled' : 'default'}
            loading={isPending('hand-over')}
            onClick={() => take({ step: 'hand-over' })}
          >
            {t('handOver')}
          </Button>
        )}
        {actions.includes('ship') && <Button onClick={() => open('ship')}>{t('ship')}</Button>}
        {actions.includes('prepare') && (
          <Button variant="default" loading={isPending('prepare')} onClick={() => take({ step: 'prepare' })}>
            {t('prepare')}
          </Button>
        )}
        {actions.includes('takeVoucher') && redemption.voucher && (
          <TakeVoucher code={redemption.voucher.code} disabled={step.isPending} />
        )}
        {actions.includes('receive') && (
          <Button loading={isPending('receive')} onClick={() => take({ step: 'receive' })}>
            {t('receive')}
          </Button>
        )}
        {actions.includes('correctParcel') && (
          <Button variant="default" onClick={() => open('correctParcel')}>
            {t('correctParcel')}
          </Button>
        )}
        {actions.includes('cancel') && (
          <Button variant="default" onClick={() => open('cancel')}>
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
        {...dialogOf('ship')}
        onShip={(parcel) => take({ step: 'ship', ...parcel })}
        onHandOver={() => take({ step: 'hand-over' })}
      />
      <CorrectParcelForm
        {...dialogOf('correctParcel')}
        parcel={{ carrier: redemption.carrier ?? '', trackingNumber: redemption.trackingNumber ?? '' }}
        onCorrect={(parcel) => take({ step: 'correct-parcel', ...parcel })}
      />
      <ReasonDialog
        {...dialogOf('cancel')}
        title={t('cancelTitle')}
        detail={givesBack}
        action={t('cancelConfirm')}
        required
        onConfirm={(reason) => take({ step: 'cancel', reason, cashBackMinor })}
      />
      <ReasonDialog
        {...dialogOf('decline')}
        title={t('declineTitle')}
        detail={t('declineDetail')}
        action={t('declineConfirm')}
        required={false}
        onConfirm={(reason) => take({ step: 'answer-cancel', accept: false, reason })}
      />
    </Stack>
  );
}
