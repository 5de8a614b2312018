import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { Empty } from '../parts/empty.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { type Redemption, takePaymentStep } from '../redemptions/api.ts';
import { useLineWords } from '../redemptions/use-line-words.ts';
import { useFormat } from '../session/use-format.ts';
import { VoucherWorth } from '../vouchers/voucher-worth.tsx';
import { COUNTER_KEY } from './api.ts';
import { handOver, waitingQuery } from './redeem-api.ts';

type Props = {
  memberId: string;
  onVoucher: (code: string) => void;
  onPaid: () => void;
  onHandedOver: (what: string) => void;
};

/** What lies here for her: to be paid, picked up or verified. */
export function WaitingPane({ memberId, onVoucher, onPaid, onHandedOver }: Props) {
  const t = useTranslations('counter');
  const lineWords = useLineWords();
  const format = useFormat();
  const waiting = useQuery(waitingQuery(memberId));
  const hand = useSubmission({
    send: handOver,
    refresh: [COUNTER_KEY],
    onSuccess: ({ lines }) => onHandedOver(lines.map(lineWords).join('')),
  });
  const pay = useSubmission({ send: takePaymentStep, refresh: [COUNTER_KEY], onSuccess: onPaid });
  const row = (redemption: Redemption, action: string, pending: boolean, onPress: () => void) => (
    <Stack key={redemption.id} className="grantRow" gap="xs">
      <VoucherWorth redemption={redemption} />
      <Text fw={650}>{redemption.lines.map(lineWords).join('')}</Text>
      <Button size="lg" loading={pending} onClick={onPress}>
        {action}
      </Button>
    </Stack>
  );
  return (
    <section className="counterStep" aria-label={t('tabs.waiting')}>
      <ProblemAlert error={hand.error ?? pay.error} />
      <Loadable query={waiting} rows={2} rowHeight={96}>
        {({ toPay, pickUps, vouchers }) => (
          <>
            {toPay.length + pickUps.length + vouchers.length === 0 && <Empty title={t('waitingNone')} />}
            {toPay.map((each) =>
              row(
                each,
                t('takeCash', {
                  amount: format.money(each.payment?.amountMinor ?? 0, each.payment?.currency ?? 'CNY'),
                }),
                pay.isPending,
                () => pay.mutate({ memberId, redemptionId: each.id, step: 'take-cash', receipt: null }),
              ),
            )}
            {pickUps.map((each) =>
              row(each, t('handOver'), hand.isPending, () =>
                hand.mutate({ memberId, redemptionId: each.id }),
              ),
            )}
            {vouchers.map((each) => row(each, t('verify'), false, () => onVoucher(each.voucher?.code ?? '')))}
          </>
        )}
      </Loadable>
    </section>
  );
}
