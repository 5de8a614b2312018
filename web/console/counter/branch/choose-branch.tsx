import { Button, Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../../src/messages/isolated.ts';
import { standIn, useBranchHere } from '../../session/branch-here.ts';
import { useShop } from '../../session/session.ts';
import type { Counter } from '../api.ts';

type Props = { branches: Counter['branches']; onChosen?: () => void };

/** The shop's branches, one tap each, and none of them: whoever helps out from elsewhere. */
export function ChooseBranch({ branches, onChosen }: Props) {
  const t = useTranslations('counter');
  const { shop } = useShop();
  const here = useBranchHere(shop.id);
  const choose = (branchId: string | null) => {
    standIn({ shopId: shop.id, branchId });
    onChosen?.();
  };
  const row = (branchId: string | null, name: string) => {
    const isHere = here !== null && here.branchId === branchId;
    return (
      <Button
        key={branchId ?? ''}
        size="lg"
        variant={branchId === null ? 'subtle' : 'default'}
        aria-pressed={isHere}
        rightSection={isHere && <IconCheck size={20} aria-hidden />}
        styles={{ label: { whiteSpace: 'normal' } }}
        h="auto"
        mih={52}
        py={6}
        onClick={() => choose(branchId)}
      >
        {name}
      </Button>
    );
  };
  return (
    <Stack gap="xs">
      {branches.map(({ id, name }) => row(id, isolated(name)))}
      {row(null, t('branchNone'))}
    </Stack>
  );
}
