import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserOff } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../../src/messages/isolated.ts';
import { BottomSheet } from '../../parts/bottom-sheet.tsx';
import { useBackCloses } from '../../parts/use-back-steps.tsx';
import { useLeftGrants } from './left-grants.ts';
import { LeftRow } from './left-row.tsx';

/** "小美 留下的 2 笔": what somebody kept here without a network and can't send any more; nothing while there is none. */
export function LeftPill() {
  const t = useTranslations('counter');
  const slip = useTranslations('slip');
  const grants = useLeftGrants();
  const [opened, { open, close }] = useDisclosure(false);
  useBackCloses(opened, close);
  if (grants.length === 0) return null;
  const names = [...new Set(grants.map(({ by }) => isolated(by ?? slip('someone'))))].join('、');
  return (
    <>
      <Button
        className="counterToday leftPill"
        variant="light"
        color="orange"
        c="var(--mantine-color-text)"
        leftSection={<IconUserOff size={20} aria-hidden />}
        onClick={open}
      >
        {t('left', { names, count: grants.length })}
      </Button>
      <BottomSheet opened={opened} onClose={close} title={t('leftTitle')}>
        <Stack maw={560} mx="auto" pb="md">
          <Text c="dimmed">{t('leftDetail')}</Text>
          {grants.map((grant) => (
            <LeftRow key={grant.key} grant={grant} />
          ))}
        </Stack>
      </BottomSheet>
    </>
  );
}
