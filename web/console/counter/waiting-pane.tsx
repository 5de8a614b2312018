import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Empty } from '../parts/empty.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useBackCloses } from '../parts/use-back-steps.tsx';
import { type Redemption, takePaymentStep } from '../redemptions/api.ts';
import { useLineWords } from '../redemptions/use-line-words.ts';
import { useFormat } from '../session/use-format.ts';
import { VoucherWorth } from '../vouchers/voucher-worth.tsx';
import { COUNTER_KEY, type Counter } from './api.ts';
import { isElsewhere, useBranch } from './branch/use-branch.ts';
import { handOver, waitingQuery } from './redeem-api.ts';

type Props = {
  counter: Counter;
  memberId: string;
  onVoucher: (code: string) => void;
  onPaid: () => void;
  onHandedOver: (what: string) => void;
};

/** What lies here for her: to be paid, picked up or verified. */
export function WaitingPane({ counter, memberId, onVoucher, onPaid, onHandedOver }: Props) {
  const t = useTranslations('counter');
  const lineWords = useLineWords();
  const format = useFormat();
  const waiting = useQuery(waitingQuery(memberId));
  const hand = useSubmission({
    send: handOver,
    refresh: [COUNTER_KEY],
    onSuccess: ({ lines }) => onHandedOver(lines.map(lineWords).join('')),
  });
  const branch = useBranch(counter);
  const [asking, setAsking] = useState<Redemption | null>(null);
  useBackCloses(asking !== null, () => setAsking(null));
  const handOverIt = ({ id }: Redemption) => hand.mutate({ memberId, redemptionId: id });
  const pay = useSubmission({ send: takePaymentStep, refresh: [COUNTER_KEY], onSuccess: onPaid });
  const row = (redemption: Redemption, action: string, pending: boolean, onPress: () => void) => (
    <Stack key={redemption.id} className="grantRow" gap="xs">
      <VoucherWorth redemption={redemption} />
      <Text fw={650}>{redemption.lines.map(lineWords).join('')}</Text>
      {isElsewhere(redemption, branch) && (
        <Text c="orange.9" fw={600}>
          {t('pickUpElsewhere', { branch: isolated(redemption.branch?.name ?? '') })}
        </Text>
      )}
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
                isElsewhere(each, branch) ? setAsking(each) : handOverIt(each),
              ),
            )}
            {vouchers.map((each) => row(each, t('verify'), false, () => onVoucher(each.voucher?.code ?? '')))}
          </>
        )}
      </Loadable>
      <Confirm
        opened={asking !== null}
        onClose={() => {
          hand.reset();
          setAsking(null);
        }}
        title={t('pickUpElsewhere', { branch: isolated(asking?.branch?.name ?? '') })}
        detail={t('pickUpHere', { what: asking?.lines.map(lineWords).join('') ?? '' })}
        action={t('handOver')}
        pending={hand.isPending}
        error={hand.error}
        onConfirm={() => asking && handOverIt(asking)}
      />
    </section>
  );
}
