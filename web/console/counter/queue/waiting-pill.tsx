import { Badge, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl/react';
import { notifyDone } from '../../parts/notify.tsx';
import { useKeptGrants } from './use-kept-grants.ts';
import { useOnline } from './use-online.ts';
import { WaitingSheet } from './waiting-sheet.tsx';

/** "待同步 2 笔", or that there is no network; nothing while all is well. */
export function WaitingPill() {
  const t = useTranslations('counter');
  const online = useOnline();
  const [opened, { open, close }] = useDisclosure(false);
  const say = useCallback(
    (sent: readonly unknown[]) => notifyDone(t('queueSent', { count: sent.length })),
    [t],
  );
  const { grants, reload, send } = useKeptGrants({ onSent: say });
  const stopped = grants.some(({ refused }) => refused !== null);
  if (grants.length === 0) {
    return online ? null : (
      <Badge
        className="waitingPill"
        size="xl"
        color="orange"
        c="var(--mantine-color-text)"
        variant="light"
        leftSection={<IconCloudOff size={18} aria-hidden />}
      >
        {t('offline')}
      </Badge>
    );
  }
  return (
    <>
      <Button
        className="waitingPill"
        variant="light"
        c="var(--mantine-color-text)"
        color={stopped ? 'red' : 'orange'}
        leftSection={online ? <IconCloudUp size={20} aria-hidden /> : <IconCloudOff size={20} aria-hidden />}
        onClick={open}
      >
        {t('queue', { count: grants.length })}
      </Button>
      <WaitingSheet
        opened={opened}
        onClose={close}
        grants={grants}
        onChanged={async () => {
          await send();
          await reload();
        }}
      />
    </>
  );
}
