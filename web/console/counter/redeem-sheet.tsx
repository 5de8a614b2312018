import { Button, Stack, Text } from '@mantine/core';
import { IconCheck, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { problemOf } from '../api/problem.ts';
import { useSubmission } from '../api/use-submission.ts';
import { BottomSheet } from '../parts/bottom-sheet.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useBackCloses } from '../parts/use-back-steps.tsx';
import type { Redemption } from '../redemptions/api.ts';
import { ScanButton } from '../scan/scan-button.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { COUNTER_KEY, type CounterMember } from './api.ts';
import { AskWaits } from './ask-waits.tsx';
import { type Affordable, isOver, openAsk, redeemAtCounter, sameRedeeming } from './redeem-api.ts';
import type { Presence } from './stage.ts';
import { useNameOf } from './use-name-of.ts';

type Props = {
  member: CounterMember;
  reward: Affordable;
  presence: Presence | null;
  onScan: (text: string) => void;
  onClose: () => void;
  onRedeemed: (redemption: Redemption) => void;
};

/** What it costs and leaves; then her code, or her yes on her own phone, so that no clerk spends alone. */
export function RedeemSheet({ member, reward, presence, onScan, onClose, onRedeemed }: Props) {
  const t = useTranslations('counter');
  const format = useFormat();
  const { shop } = useShop();
  const nameOf = useNameOf();
  const { memberId, availablePoints } = member;
  const { pointsEach, cashEachMinor } = reward;
  const cash = cashEachMinor > 0 ? ` + ${format.money(cashEachMinor, shop.currency)}` : '';
  const price = `${format.points(pointsEach)}${cash}`;
  const redeem = useSubmission({
    send: redeemAtCounter,
    refresh: [COUNTER_KEY],
    onSuccess: onRedeemed,
    sameBy: sameRedeeming,
  });
  useBackCloses(true, onClose);
  const ask = useSubmission({ send: openAsk, refresh: [COUNTER_KEY] });
  // What the server no longer takes is shown again, whatever this device's clock says.
  const isGone = problemOf(redeem.error).code === 'presence-needed';
  const shown = presence !== null && presence.untilMs > Date.now() && !isGone ? presence : null;
  return (
    <BottomSheet opened onClose={onClose} title={nameOf(reward.names)}>
      <Stack maw={480} mx="auto" pb="md">
        <Text fz="xl" fw={700} className="figures">
          {price}
        </Text>
        <Text className="figures" c="dimmed">
          {t('leftAfter', { points: format.points(availablePoints - pointsEach) })}
        </Text>
        <ProblemAlert error={redeem.error ?? ask.error} />
        {isOver(problemOf(redeem.error ?? ask.error)) ? (
          <Button size="xl" variant="default" onClick={onClose}>
            {t('otherRewards')}
          </Button>
        ) : ask.data ? (
          <AskWaits
            askId={ask.data.id}
            onConfirmed={onRedeemed}
            onBack={() => {
              ask.reset();
              onClose();
            }}
          />
        ) : shown ? (
          <Button
            size="xl"
            leftSection={<IconCheck size={24} aria-hidden />}
            loading={redeem.isPending}
            onClick={() => redeem.mutate({ memberId, reward, presence: shown.token })}
          >
            {t('redeemSubmit', { points: format.points(pointsEach) })}
          </Button>
        ) : (
          <>
            <Text>{t('presenceNeeded')}</Text>
            <ScanButton label={t('scanHerCode')} size="xl" onScan={onScan} />
            <Button
              size="lg"
              variant="default"
              leftSection={<IconDeviceMobile size={22} aria-hidden />}
              loading={ask.isPending}
              onClick={() => ask.mutate({ memberId, reward })}
            >
              {t('askHer')}
            </Button>
          </>
        )}
      </Stack>
    </BottomSheet>
  );
}
