import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { lockByHand } from './lock-event.ts';

/** Who is at the counter, and the way to leave it to somebody else. */
export function LockButton({ name }: { name: string }) {
  const t = useTranslations('shell');
  return (
    <Button
      variant="subtle"
      maw={200}
      leftSection={<IconLock size={18} aria-hidden />}
      aria-label={t('lockOf', { name: isolated(name) })}
      onClick={lockByHand}
    >
      {name}
    </Button>
  );
}
