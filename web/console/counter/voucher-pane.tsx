import { Button, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { problemOf } from '../api/problem.ts';
import { useSubmission } from '../api/use-submission.ts';
import { memberName, spacedNumber } from '../members/model.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { type ListedRedemption, REDEMPTIONS_KEY } from '../redemptions/api.ts';
import { useLineWords } from '../redemptions/use-line-words.ts';
import { useFormat } from '../session/use-format.ts';
import { markUsed, VOUCHERS_KEY, voucherQuery } from '../vouchers/api.ts';
import { voucherStanding } from '../vouchers/model.ts';
import { useUsedWords } from '../vouchers/use-used-words.ts';
import { VoucherWorth } from '../vouchers/voucher-worth.tsx';
import { COUNTER_KEY } from './api.ts';

/** How soon a voucher that is looked at tells what became of it elsewhere. */
const LOOK_AGAIN_MS = 4_000;

type Props = { code: string; onNext: () => void; onUsed: (what: string) => void };

/** What a voucher is worth and whose it is; one tap takes it. What can't be taken is red and says why. */
export function VoucherPane({ code, onNext, onUsed }: Props) {
  const t = useTranslations('vouchers');
  const lineWords = useLineWords();
  const voucher = useQuery({
    ...voucherQuery(code),
    // Another till may take it while it is looked at here.
    refetchInterval: ({ state }) => (state.data?.state === 'issued' ? LOOK_AGAIN_MS : false),
  });
  const use = useSubmission({
    send: (input: { code: string }, key) => markUsed(input.code, key),
    refresh: [VOUCHERS_KEY, REDEMPTIONS_KEY, COUNTER_KEY, ['home']],
    onSuccess: ({ lines }) => onUsed(lines.map(lineWords).join('')),
  });
  if (voucher.error !== null) {
    if (problemOf(voucher.error).status === 404)
      return <Stopped title={t('unknown')} detail={t('unknownDetail')} onNext={onNext} />;
    return <ProblemAlert error={voucher.error} onRetry={() => void voucher.refetch()} />;
  }
  if (voucher.data === undefined) return <Text c="dimmed">{t('looking')}</Text>;
  const redemption = use.data ?? voucher.data;
  const refusal = use.error === null ? null : problemOf(use.error);
  // Somebody was quicker: it says so at once, and who it was as soon as that is read.
  if (refusal?.code === 'voucher-used' && redemption.state !== 'used')
    return <Stopped title={t('used')} detail={refusal.detail ?? ''} onNext={onNext} />;
  return (
    <>
      {voucherStanding(redemption, Date.now()) === 'usable' && <ProblemAlert error={use.error} />}
      <Found
        redemption={redemption}
        onNext={onNext}
        pending={use.isPending}
        onUse={() => use.mutate({ code })}
      />
    </>
  );
}

type FoundProps = { redemption: ListedRedemption; onNext: () => void; pending: boolean; onUse: () => void };

function Found({ redemption, onNext, pending, onUse }: FoundProps) {
  const t = useTranslations('vouchers');
  const counter = useTranslations('counter');
  const usedWords = useUsedWords();
  const format = useFormat();
  const nowMs = Date.now();
  const { voucher } = redemption;
  const lastDay = (at: string | null | undefined) => (at ? format.lastDay(Date.parse(at), nowMs) : '');
  const what = <What redemption={redemption} />;
  switch (voucherStanding(redemption, nowMs)) {
    case 'used':
      return (
        <Stopped title={t('used')} detail={usedWords(redemption)} onNext={onNext}>
          {what}
        </Stopped>
      );
    case 'expired':
      return (
        <Stopped
          title={t('expired')}
          detail={t('expiredAt', { time: lastDay(voucher?.validUntil) })}
          onNext={onNext}
        >
          {what}
        </Stopped>
      );
    case 'cancelled':
      return (
        <Stopped title={t('cancelled')} detail={t('cancelledDetail')} onNext={onNext}>
          {what}
        </Stopped>
      );
    case 'usable':
      return (
        <section className="voucherPane" aria-label={t('what')}>
          {what}
          <Text className="voucherQuiet">
            {voucher?.validUntil
              ? t('until', { date: format.lastDay(Date.parse(voucher.validUntil), nowMs) })
              : t('noEnd')}
            {' · '}
            {counter('usesLeft')}
          </Text>
          <div className="counterActions">
            <Button variant="default" size="xl" onClick={onNext}>
              {counter('back')}
            </Button>
            <Button
              size="xl"
              className="counterGo"
              leftSection={<IconCheck size={24} aria-hidden />}
              loading={pending}
              data-autofocus
              autoFocus
              onClick={onUse}
            >
              {t('use')}
            </Button>
          </div>
        </section>
      );
  }
}

function What({ redemption }: { redemption: ListedRedemption }) {
  const lineWords = useLineWords();
  const { lines, member } = redemption;
  return (
    <div>
      <VoucherWorth redemption={redemption} />
      <Text fw={700} fz="xl" lh={1.3}>
        {lines.map(lineWords).join('')}
      </Text>
      {member && <Text fz="lg">{memberName({ ...member, number: spacedNumber(member.number) })}</Text>}
    </div>
  );
}

type StoppedProps = { title: string; detail: string; onNext: () => void; children?: ReactNode };

/** The whole pane in red: nobody overlooks it from the other side of the counter. */
function Stopped({ title, detail, onNext, children }: StoppedProps) {
  const t = useTranslations('vouchers');
  return (
    <section className="voucherStopped" role="alert">
      <IconX size={56} stroke={3} aria-hidden />
      <Text fw={800} fz={28} lh={1.2}>
        {title}
      </Text>
      <Text fz="lg">{detail}</Text>
      {children}
      <Button size="xl" variant="white" color="dark" autoFocus onClick={onNext}>
        {t('next')}
      </Button>
    </section>
  );
}
