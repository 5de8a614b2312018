import { Alert, Badge, Button, Group, Modal, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { parseAmountMinor, typedAmount } from '../../../src/domain/money.ts';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { type PaymentStep, REDEMPTIONS_KEY, type Redemption, takePaymentStep } from './api.ts';

type Payment = NonNullable<Redemption['payment']>;
type Props = { redemption: Redemption; payment: Payment };

/** The cash of a redemption: what came in, what went back, and what staff can do about it. */
export function PaymentPanel({ redemption, payment }: Props) {
  const t = useTranslations('cash');
  const format = useFormat();
  const { me } = useShop();
  const [taking, take] = useDisclosure(false);
  const [refunding, refund] = useDisclosure(false);
  const nowMs = Date.now();
  const money = (amountMinor: number) => format.money(amountMinor, payment.currency);
  const step = useSubmission({
    send: takePaymentStep,
    refresh: [REDEMPTIONS_KEY, ['home']],
    onSuccess(_answer, input) {
      notifyDone(t(`done.${input.step}`));
      take.close();
      refund.close();
    },
  });
  const act = (next: PaymentStep) =>
    step.mutate({ memberId: redemption.memberId, redemptionId: redemption.id, ...next });
  const awaited = redemption.state === 'awaiting_payment';
  const mayRefund = payment.state === 'paid' && payment.refundableMinor > 0 && me.role !== 'clerk';
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="cash">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="cash">
          {t('title')}
        </Title>
        <Badge color={payment.state === 'paid' ? 'pine' : 'gray.7'} variant="light">
          {t(`states.${awaited && payment.state === 'open' ? payment.method : payment.state}`)}
        </Badge>
      </Group>
      <Text className="figures" fw={600}>
        {money(payment.amountMinor)} · {t(`methods.${payment.method}`)}
      </Text>
      {awaited && (
        <Text size="sm" c="dimmed">
          {t('until', { time: format.dateTime(Date.parse(payment.payUntil), nowMs) })}
        </Text>
      )}
      {payment.paidAt && (
        <Text size="sm" c="dimmed">
          {t('paidAt', { time: format.dateTime(Date.parse(payment.paidAt), nowMs) })}
          {payment.receipt && ` · ${t('receiptNumber', { receipt: payment.receipt })}`}
        </Text>
      )}
      {payment.failure && payment.state !== 'paid' && (
        <Alert color="orange" variant="light" mt="sm">
          <Text c="var(--mantine-color-text)">{t('failure', { code: payment.failure })}</Text>
        </Alert>
      )}
      {payment.dispute && (
        <Alert color="red" variant="light" mt="sm" title={t('dispute')}>
          <Text c="var(--mantine-color-text)">
            {money(payment.dispute.amountMinor)} · {payment.dispute.reason} · {payment.dispute.state}
          </Text>
        </Alert>
      )}
      <Stack gap="xs" mt={payment.refunds.length > 0 ? 'sm' : 0}>
        {payment.refunds.map((each) => (
          <Group key={each.refundKey} justify="space-between" gap="xs">
            <Text size="sm">
              {t(`refundStates.${each.state}`, { amount: money(each.amountMinor) })} ·{' '}
              {t(`because.${each.because}`)}
              {each.failure && ` (${each.failure})`}
            </Text>
            {each.state === 'failed' && me.role !== 'clerk' && (
              <Button
                size="sm"
                variant="default"
                onClick={() => act({ step: 'retry-refund', refundKey: each.refundKey })}
              >
                {t('retry')}
              </Button>
            )}
            {each.state === 'requested' && payment.method === 'counter' && (
              <Button
                size="sm"
                variant="default"
                onClick={() => act({ step: 'hand-back-cash', refundKey: each.refundKey })}
              >
                {t('handedBack')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {step.isError && !taking && !refunding && <ProblemAlert error={step.error} />}
      <Group gap="sm" mt="md">
        {awaited && payment.method === 'counter' && <Button onClick={take.open}>{t('take')}</Button>}
        {awaited && payment.method === 'online' && (
          <Button variant="default" loading={step.isPending} onClick={() => act({ step: 'look-at-payment' })}>
            {t('look')}
          </Button>
        )}
        {mayRefund && (
          <Button variant="default" onClick={refund.open}>
            {t('refund')}
          </Button>
        )}
      </Group>
      <TakeCash
        opened={taking}
        onClose={take.close}
        amount={money(payment.amountMinor)}
        pending={step.isPending}
        error={taking && step.isError ? step.error : null}
        onTake={(receipt) => act({ step: 'take-cash', receipt })}
      />
      <RefundCash
        opened={refunding}
        onClose={refund.close}
        payment={payment}
        pending={step.isPending}
        error={refunding && step.isError ? step.error : null}
        onRefund={(amountMinor) => act({ step: 'refund', amountMinor })}
      />
    </Paper>
  );
}

type DialogProps = { opened: boolean; onClose: () => void; pending: boolean; error: unknown };

function TakeCash({
  opened,
  onClose,
  pending,
  error,
  amount,
  onTake,
}: DialogProps & {
  amount: string;
  onTake: (receipt: string | null) => void;
}) {
  const t = useTranslations('cash');
  const common = useTranslations('common');
  const [receipt, setReceipt] = useState('');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('takeTitle', { amount })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onTake(receipt.trim() || null);
        }}
      >
        <Stack>
          <Text>{t('takeDetail')}</Text>
          <TextInput
            label={t('receipt')}
            autoComplete="off"
            maxLength={64}
            data-autofocus
            value={receipt}
            onChange={({ currentTarget }) => setReceipt(currentTarget.value)}
          />
          <ProblemAlert error={error} />
          <Button type="submit" loading={pending}>
            {t('takeConfirm', { amount })}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function RefundCash({
  opened,
  onClose,
  pending,
  error,
  payment,
  onRefund,
}: DialogProps & {
  payment: Payment;
  onRefund: (amountMinor: number) => void;
}) {
  const t = useTranslations('cash');
  const common = useTranslations('common');
  const format = useFormat();
  const { currency, refundableMinor } = payment;
  const [amount, setAmount] = useState(() => typedAmount(refundableMinor, currency));
  const [tried, setTried] = useState(false);
  const amountMinor = parseAmountMinor(amount, currency);
  const valid = amountMinor !== null && amountMinor > 0 && amountMinor <= refundableMinor;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('refund')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (valid) onRefund(amountMinor);
        }}
      >
        <Stack>
          <Text>{t(payment.method === 'counter' ? 'refundByHand' : 'refundDetail')}</Text>
          <TextInput
            label={t('refundAmount', { currency })}
            inputMode="decimal"
            autoComplete="off"
            data-autofocus
            value={amount}
            onChange={({ currentTarget }) => setAmount(currentTarget.value)}
            error={
              tried && !valid
                ? t('refundWrong', { most: format.money(refundableMinor, currency) })
                : undefined
            }
          />
          <ProblemAlert error={error} />
          <Button type="submit" loading={pending} color="red.8">
            {t('refund')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
