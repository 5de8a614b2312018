import './clerk.css';
import { Avatar, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { problemOf } from '../api/problem.ts';
import { type DeviceClerk, deviceQuery } from './api.ts';
import { initialOf } from './model.ts';
import { PinPad } from './pin-pad.tsx';

type Props = {
  clerk: DeviceClerk;
  /** Opens with the PIN; what it does is the caller's. */
  open: (pin: string) => Promise<unknown>;
  lockedFor: number | null;
  onOpen: () => void;
};

/** One clerk's PIN, asked on the pad until it is right or the tries are used up. */
export function AskPin({ clerk, open: openWith, lockedFor, onOpen }: Props) {
  const t = useTranslations('clerk');
  const client = useQueryClient();
  const [pin, setPin] = useState('');
  const open = useMutation({
    mutationFn: openWith,
    onSuccess: onOpen,
    onError(error) {
      setPin('');
      const { code } = problemOf(error);
      // The last wrong one locks as well.
      if (code === 'locked' || code === 'pin-wrong')
        void client.invalidateQueries({ queryKey: deviceQuery.queryKey });
      // Removed, or given a new PIN meanwhile, or another tab has signed somebody in: all begin anew.
      if (['unauthenticated', 'session-changed', 'tenant-missing'].includes(code))
        window.location.assign('/counter');
    },
  });
  const fault = open.error ? problemOf(open.error) : null;
  const isLocked = fault?.code === 'locked' || lockedFor !== null;
  return (
    <>
      <Avatar color="pine" radius={999} size={72} aria-hidden>
        {initialOf(clerk.name)}
      </Avatar>
      <Title order={2} size="h1" style={{ overflowWrap: 'anywhere' }}>
        {clerk.name}
      </Title>
      <Text
        mih={24}
        role={fault || isLocked ? 'alert' : undefined}
        c={fault || isLocked ? 'red.8' : 'dimmed'}
      >
        {lockedFor === null ? (fault?.detail ?? t('typePin')) : t('lockedFor', { minutes: lockedFor })}
      </Text>
      <PinPad
        label={t('pinOf', { name: clerk.name })}
        value={pin}
        onChange={(next) => {
          if (next !== '') open.reset();
          setPin(next);
        }}
        onComplete={(typed) => open.mutate(typed)}
        disabled={open.isPending || isLocked}
        isWrong={fault?.code === 'pin-wrong'}
      />
      <Text size="sm" c="dimmed" maw={320}>
        <IconLock size={14} aria-hidden /> {t('forgotten')}
      </Text>
    </>
  );
}
