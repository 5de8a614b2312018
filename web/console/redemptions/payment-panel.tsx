import { Alert, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { type PaymentStep, REDEMPTIONS_KEY, type Redemption, takePaymentStep } from './api.ts';
import { cashBackOf } from './cash.ts';
import { CashBadge } from './cash-badge.tsx';
import { PaidOutside, RefundCash, TakeCash } from './cash-dialogs.tsx';
import { useDoer } from './use-doer.ts';

type Payment = NonNullable<Redemption['payment']>;
type Props = { redemption: Redemption; payment: Payment };

/** Codes that staff can do something about, or need not look up; others are shown as Stripe gave them. */
const KNOWN_FAILURES = [
  'no_access',
  'mismatch',
  'no_answer',
  'broken',
  'charge_disputed',
  'insufficient_funds',
  'lost_or_stolen_card',
  'expired_or_canceled_card',
] as const;

/** How a dispute stands, of the many names that Stripe has for it. */
function outcomeOf({ state }: { state: string }): 'open' | 'won' | 'lost' {
  if (state === 'lost') return 'lost';
  return state === 'won' || state === 'warning_closed' || state === 'prevented' ? 'won' : 'open';
}

/** The cash of a redemption: what came in, what went back, and what staff can do about it. */
export function PaymentPanel({ redemption, payment }: Props) {
  const t = useTranslations('cash');
  const format = useFormat();
  const { me } = useShop();
  const [taking, take] = useDisclosure(false);
  const [refunding, refund] = useDisclosure(false);
  const [settled, setSettled] = useState<Payment['refunds'][number] | null>(null);
  const nowMs = Date.now();
  const doer = useDoer();
  const takenBy = doer(payment.takenBy);
  const money = (amountMinor: number) => format.money(amountMinor, payment.currency);
  const failureWords = (code: string) => {
    const known = KNOWN_FAILURES.find((one) => one === code);
    return known ? t(`failures.${known}`) : t('failure', { code });
  };
  const step = useSubmission({
    send: takePaymentStep,
    refresh: [REDEMPTIONS_KEY, ['home']],
    onSuccess(_answer, input) {
      notifyDone(t(`done.${input.step}`));
      take.close();
      refund.close();
      setSettled(null);
    },
  });
  const act = (next: PaymentStep) =>
    step.mutate({ memberId: redemption.memberId, redemptionId: redemption.id, ...next });
  const opened = (open: () => void) => () => {
    step.reset();
    open();
  };
  const awaited = redemption.state === 'awaiting_payment';
  // What the member's bank took back, or may yet, Stripe refunds to nobody.
  const disputed = payment.dispute !== null && outcomeOf(payment.dispute) !== 'won';
  const mayRefund =
    payment.state === 'paid' && payment.refundableMinor > 0 && me.role !== 'clerk' && !disputed;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="cash">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="cash">
          {t('title')}
        </Title>
        {cashBackOf(payment) ? (
          <CashBadge payment={payment} />
        ) : (
          <Badge
            color={awaited ? 'yellow' : payment.state === 'paid' ? 'pine' : 'gray'}
            variant="light"
            tt="none"
            styles={{ label: { color: 'var(--mantine-color-text)' } }}
          >
            {t(`states.${awaited && payment.state === 'open' ? payment.method : payment.state}`)}
          </Badge>
        )}
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
          {takenBy && ` · ${t('takenBy', { who: takenBy })}`}
          {payment.receipt && ` · ${t('receiptNumber', { receipt: payment.receipt })}`}
        </Text>
      )}
      {payment.failure && payment.state !== 'paid' && (
        <Alert color="orange" variant="light" mt="sm">
          <Text c="var(--mantine-color-text)">{failureWords(payment.failure)}</Text>
        </Alert>
      )}
      {payment.dispute && (
        <Alert color="red" variant="light" mt="sm" title={t('dispute')}>
          <Text c="var(--mantine-color-text)">
            {t(`disputes.${outcomeOf(payment.dispute)}`, { amount: money(payment.dispute.amountMinor) })}
          </Text>
        </Alert>
      )}
      <Stack gap="xs" mt={payment.refunds.length > 0 ? 'sm' : 0}>
        {payment.refunds.map((each) => (
          <Group key={each.refundKey} justify="space-between" gap="xs">
            <Text size="sm">
              {t(`refundStates.${each.state}`, { amount: money(each.amountMinor) })} ·{' '}
              {t(`because.${each.because}`)}
              {each.failure && ` · ${failureWords(each.failure)}`}
              {each.paidOutside && ` · ${t('paidOutside')}: ${each.paidOutside}`}
              <Text span c="dimmed" size="sm" display="block" className="figures">
                {[format.dateTime(Date.parse(each.updatedAt), nowMs), doer(each.by)]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </Text>
            {each.state === 'failed' && me.role !== 'clerk' && (
              <Group gap="xs">
                <Button
                  size="sm"
                  variant="default"
                  onClick={() => act({ step: 'retry-refund', refundKey: each.refundKey })}
                >
                  {t('retry')}
                </Button>
                <Button size="sm" variant="subtle" onClick={opened(() => setSettled(each))}>
                  {t('paidOutside')}
                </Button>
              </Group>
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
      {step.isError && !taking && !refunding && !settled && <ProblemAlert error={step.error} />}
      <Group gap="sm" mt="md">
        {awaited && payment.method === 'counter' && <Button onClick={opened(take.open)}>{t('take')}</Button>}
        {awaited && payment.method === 'online' && (
          <Button variant="default" loading={step.isPending} onClick={() => act({ step: 'look-at-payment' })}>
            {t('look')}
          </Button>
        )}
        {mayRefund && (
          <Button variant="default" onClick={opened(refund.open)}>
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
      <PaidOutside
        opened={settled !== null}
        onClose={() => setSettled(null)}
        amount={money(settled?.amountMinor ?? 0)}
        pending={step.isPending}
        error={settled && step.isError ? step.error : null}
        onPaid={(reason) =>
          settled && act({ step: 'paid-back-outside', refundKey: settled.refundKey, reason })
        }
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
