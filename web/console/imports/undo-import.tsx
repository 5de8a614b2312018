import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { importQuery, type MemberImport, undoImport } from './api.ts';

/** Takes a whole list back, after saying what that does. */
export function UndoImport({ list }: { list: MemberImport }) {
  const t = useTranslations('imports');
  const client = useQueryClient();
  const [asking, ask] = useDisclosure(false);
  const { newMembers, knownMembers } = list.figures;
  const undo = useSubmission({
    send: (importId: string, key) => undoImport(importId, key),
    onSuccess(next) {
      client.setQueryData(importQuery(next.id).queryKey, next);
      ask.close();
    },
  });
  return (
    <Group>
      <Button variant="default" onClick={ask.open}>
        {t('undo')}
      </Button>
      <Confirm
        opened={asking}
        onClose={ask.close}
        title={t('undoTitle')}
        detail={
          <Stack gap="xs">
            <Text>{t('undoDetail', { members: newMembers + knownMembers })}</Text>
            <Text>{t('undoSpent')}</Text>
            <Text>{t('undoForGood')}</Text>
          </Stack>
        }
        action={t('undoAction')}
        pending={undo.isPending}
        error={undo.error}
        onConfirm={() => undo.mutate(list.id)}
        dangerous
      />
    </Group>
  );
}
