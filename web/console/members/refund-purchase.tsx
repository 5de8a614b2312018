import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { parseAmountMinor, typedAmount } from '../../../src/domain/money.ts';
import type { RefundQuoteAnswer } from '../../../src/features/orders/schemas.ts';
import { isolated } from '../../../src/messages/isolated.ts';
import { useSubmission } from '../api/use-submission.ts';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { MEMBERS_KEY, type RefundOf, refundPurchase, refundQuoteQuery } from './api.ts';
import { readRefund, remainingMinor } from './refund.ts';

type Props = { onClose: () => void; order: RefundOf };

/** Goods that come back, whole or in part; says what will be taken before it is. */
export function RefundPurchase({ onClose, order }: Props) {
  const t = useTranslations('members');
  const common = useTranslations('common');
  const purchase = useQuery(refundQuoteQuery(order, []));
  return (
    <Modal opened onClose={onClose} title={t('refund')} closeButtonProps={{ 'aria-label': common('close') }}>
      <Loadable query={purchase} rows={2}>
        {({ lines }) =>
          lines.every((line) => remainingMinor(line) === 0) ? (
            <Text>{t('refundNothingLeft')}</Text>
          ) : (
            <RefundForm order={order} lines={lines} onDone={onClose} />
          )
        }
      </Loadable>
    </Modal>
  );
}

type FormProps = { order: RefundOf; lines: RefundQuoteAnswer['lines']; onDone: () => void };

function RefundForm({ order, lines, onDone }: FormProps) {
  const t = useTranslations('members');
  const format = useFormat();
  const { shop } = useShop();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const read = readRefund(lines, typed, shop.currency);
  const quote = useQuery({ ...refundQuoteQuery(order, read ?? []), enabled: read !== null });
  const taken = read === null ? null : (quote.data?.taken ?? null);
  const refund = useSubmission({
    send: refundPurchase,
    refresh: [MEMBERS_KEY, ['home']],
    onSuccess(answer) {
      const points = answer.state === 'taken_back' ? answer.takenPoints + answer.owedPoints : 0;
      notifyDone(t('refunded', { points: format.points(points) }));
      onDone();
    },
  });
  const wrong = (line: FormProps['lines'][number]) => {
    const text = (typed[line.lineId] ?? '').trim();
    const amountMinor = parseAmountMinor(text, shop.currency) ?? 0;
    if (text !== '' && amountMinor > remainingMinor(line)) return t('refundTooMuch');
    return tried && text !== '' && amountMinor === 0
      ? t('amountWrong', { most: format.money(remainingMinor(line), shop.currency) })
      : undefined;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        // Nobody confirms what has not been said yet.
        if (read && taken) refund.mutate({ ...order, lines: read });
      }}
      noValidate
    >
      <Stack>
        {lines.map((line) => (
          <TextInput
            key={line.lineId}
            label={t('refundLine', {
              category: isolated(line.category ?? t('categoryOther')),
              amount: format.money(line.amountMinor, shop.currency),
            })}
            description={t('refundLeft', { amount: format.money(remainingMinor(line), shop.currency) })}
            inputMode="decimal"
            autoComplete="off"
            disabled={remainingMinor(line) === 0}
            value={typed[line.lineId] ?? ''}
            onChange={({ currentTarget }) => setTyped({ ...typed, [line.lineId]: currentTarget.value })}
            error={wrong(line)}
          />
        ))}
        <Button
          variant="default"
          onClick={() =>
            setTyped(
              Object.fromEntries(
                lines
                  .filter((line) => remainingMinor(line) > 0)
                  .map((line) => [line.lineId, typedAmount(remainingMinor(line), shop.currency)]),
              ),
            )
          }
        >
          {t('refundAll')}
        </Button>
        <Text role="status" className="figures" mih={28}>
          {taken ? takenWords(taken) : tried && read === null ? t('refundMissing') : ''}
        </Text>
        <ProblemAlert error={refund.error ?? quote.error} />
        <Button type="submit" color="red.8" loading={refund.isPending || (read !== null && quote.isFetching)}>
          {t('refundConfirm')}
        </Button>
      </Stack>
    </form>
  );

  function takenWords(points: NonNullable<RefundQuoteAnswer['taken']>): string {
    const parts = [
      t('refundTakes', { points: format.points(points.takenPoints) }),
      points.owedPoints > 0 && t('refundOwes', { points: format.points(points.owedPoints) }),
      points.writtenOffPoints > 0 && t('refundForgives', { points: format.points(points.writtenOffPoints) }),
      points.lapsedPoints > 0 && t('refundLapsed', { points: format.points(points.lapsedPoints) }),
    ];
    return parts.filter(Boolean).join(' ');
  }
}
