import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { problemOf } from '../api/problem.ts';
import { PinPad } from '../clerk/pin-pad.tsx';
import { BottomSheet } from '../parts/bottom-sheet.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useBackCloses } from '../parts/use-back-steps.tsx';
import { useFormat } from '../session/use-format.ts';
import type { Counter } from './api.ts';

type Props = {
  opened: boolean;
  onClose: () => void;
  points: number;
  limit: 'grant' | 'day';
  limits: Counter['limits'];
  pending: boolean;
  error: unknown;
  onPin: (pin: string) => void;
};

/** A manager types her PIN on the clerk's device: this one grant may pass the limit, and says who let it. */
export function ApprovalSheet({ opened, onClose, points, limit, limits, pending, error, onPin }: Props) {
  const t = useTranslations('counter');
  const common = useTranslations('common');
  const format = useFormat();
  const [pin, setPin] = useState('');
  const fault = error === null || error === undefined ? null : problemOf(error);
  const isWrong = fault?.code === 'pin-wrong';
  const most = limit === 'grant' ? limits.grantPoints : limits.dayPoints;
  const close = () => {
    setPin('');
    onClose();
  };
  useBackCloses(opened, close);
  const submit = (typed: string) => {
    onPin(typed);
    setPin('');
  };
  return (
    <BottomSheet opened={opened} onClose={close} title={t('approval')}>
      <Stack maw={480} mx="auto" pb="md" align="center" ta="center">
        {/* Two lines whatever is said: the keys stay under the thumb. */}
        <Text
          className="figures"
          mih={48}
          role={isWrong ? 'alert' : undefined}
          c={isWrong ? 'var(--mantine-color-error)' : 'var(--mantine-color-text)'}
          fw={isWrong ? 600 : 400}
        >
          {isWrong && fault?.detail
            ? fault.detail
            : t(limit === 'grant' ? 'approvalGrant' : 'approvalDay', {
                points: format.points(points),
                limit: format.points(most),
              })}
        </Text>
        {fault && !isWrong && fault.code !== 'grant-over-limit' && <ProblemAlert error={error} />}
        <PinPad
          label={t('managerPin')}
          value={pin}
          onChange={setPin}
          onComplete={submit}
          disabled={pending}
          isWrong={isWrong}
        />
        <Button variant="default" fullWidth onClick={close}>
          {common('back')}
        </Button>
      </Stack>
    </BottomSheet>
  );
}
