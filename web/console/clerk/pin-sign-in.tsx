import './clerk.css';
import { Button, Divider, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { type Device, type DeviceClerk, signInByPin } from './api.ts';
import { AskPin } from './ask-pin.tsx';
import { People } from './people.tsx';

/** On a shop's device: its clerks by their PIN, before the password of anybody else. */
export function PinSignIn({ device }: { device: Device }) {
  const t = useTranslations('clerk');
  const [chosen, setChosen] = useState<DeviceClerk | null>(null);
  return (
    <Stack gap="lg" align="center" ta="center">
      {chosen === null ? (
        <>
          <Text c="dimmed">{device.shopName}</Text>
          <People clerks={device.clerks} onChoose={setChosen} />
        </>
      ) : (
        <>
          <AskPin
            clerk={chosen}
            open={(pin) => signInByPin({ userId: chosen.userId, pin })}
            lockedFor={device.lockedFor}
            onOpen={() => window.location.assign('/counter')}
          />
          <Button variant="subtle" onClick={() => setChosen(null)}>
            {t('back')}
          </Button>
        </>
      )}
      <Divider w="100%" label={t('orPassword')} />
    </Stack>
  );
}
