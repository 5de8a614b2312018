import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { parseAmountMinor, typedAmount } from '../../../src/domain/money.ts';
import { problemOf } from '../api/problem.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useFormat } from '../session/use-format.ts';
import type { Redemption } from './api.ts';

type Payment = NonNullable<Redemption['payment']>;
type FormProps = { pending: boolean; error: unknown };
type DialogProps = FormProps & { opened: boolean; onClose: () => void };

/** Asks whether the cash is in hand; `onTake` is given the number of the shop's own slip. */
export function TakeCash({
  opened,
  onClose,
  ...form
}: DialogProps & { amount: string; onTake: (receipt: string | null) => void }) {
  const t = useTranslations('cash');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('takeTitle', { amount: form.amount })}>
      <TakeForm {...form} onClose={onClose} />
    </Dialog>
  );
}

/** Asks how much of the cash goes back; as a start, all that can. */
export function RefundCash({
  opened,
  onClose,
  ...form
}: DialogProps & { payment: Payment; onRefund: (amountMinor: number) => void }) {
  const t = useTranslations('cash');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('refund')}>
      <RefundForm {...form} />
    </Dialog>
  );
}

/** Asks how a refund that Stripe cannot make went back; `onPaid` is given the staff's words for the books. */
export function PaidOutside({
  opened,
  onClose,
  ...form
}: DialogProps & { amount: string; onPaid: (reason: string) => void }) {
  const t = useTranslations('cash');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('paidOutsideTitle', { amount: form.amount })}>
      <PaidOutsideForm {...form} />
    </Dialog>
  );
}

/** What stands in it lives while it is open: it begins anew with the payment as it then is. */
function Dialog(props: { opened: boolean; onClose: () => void; title: string; children: ReactNode }) {
  const common = useTranslations('common');
  return <Modal {...props} closeButtonProps={{ 'aria-label': common('close') }} />;
}

function TakeForm({
  pending,
  error,
  amount,
  onTake,
  onClose,
}: FormProps & { amount: string; onTake: (receipt: string | null) => void; onClose: () => void }) {
  const t = useTranslations('cash');
  const common = useTranslations('common');
  const [receipt, setReceipt] = useState('');
  if (error !== null && problemOf(error).code === 'cash-taken')
    return (
      <Stack>
        <ProblemAlert error={error} />
        <Button variant="default" onClick={onClose}>
          {common('close')}
        </Button>
      </Stack>
    );
  return (
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
  );
}

function RefundForm({
  pending,
  error,
  payment,
  onRefund,
}: FormProps & { payment: Payment; onRefund: (amountMinor: number) => void }) {
  const t = useTranslations('cash');
  const format = useFormat();
  const { currency, refundableMinor } = payment;
  const [amount, setAmount] = useState(() => typedAmount(refundableMinor, currency));
  const [tried, setTried] = useState(false);
  const amountMinor = parseAmountMinor(amount, currency);
  const valid = amountMinor !== null && amountMinor > 0 && amountMinor <= refundableMinor;
  return (
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
            tried && !valid ? t('refundWrong', { most: format.money(refundableMinor, currency) }) : undefined
          }
        />
        <ProblemAlert error={error} />
        <Button type="submit" loading={pending} color="red.8">
          {t('refund')}
        </Button>
      </Stack>
    </form>
  );
}

function PaidOutsideForm({ pending, error, onPaid }: FormProps & { onPaid: (reason: string) => void }) {
  const t = useTranslations('cash');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) onPaid(reason.trim());
      }}
    >
      <Stack>
        <Text>{t('paidOutsideDetail')}</Text>
        <TextInput
          label={t('paidOutsideReason')}
          required
          maxLength={200}
          data-autofocus
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          error={tried && missing ? t('paidOutsideMissing') : undefined}
        />
        <ProblemAlert error={error} />
        <Button type="submit" loading={pending}>
          {t('paidOutside')}
        </Button>
      </Stack>
    </form>
  );
}
