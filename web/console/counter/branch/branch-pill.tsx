import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMapPin } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../../src/messages/isolated.ts';
import { BottomSheet } from '../../parts/bottom-sheet.tsx';
import { useBackCloses } from '../../parts/use-back-steps.tsx';
import type { Counter } from '../api.ts';
import { ChooseBranch } from './choose-branch.tsx';

type Props = { branches: Counter['branches']; branchId: string | null };

/** Where this device stands; a tap changes it. */
export function BranchPill({ branches, branchId }: Props) {
  const t = useTranslations('counter');
  const [opened, { open, close }] = useDisclosure(false);
  useBackCloses(opened, close);
  const name = branches.find(({ id }) => id === branchId)?.name;
  return (
    <>
      <Button
        variant="subtle"
        className="counterToday branchPill"
        aria-label={t('branchChange', { branch: name ?? t('branchNone') })}
        leftSection={<IconMapPin size={18} aria-hidden />}
        onClick={open}
      >
        {name === undefined ? t('branchNone') : isolated(name)}
      </Button>
      <BottomSheet opened={opened} onClose={close} title={t('branch')}>
        <ChooseBranch branches={branches} onChosen={close} />
      </BottomSheet>
    </>
  );
}
