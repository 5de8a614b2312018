import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useFormat } from '../session/use-format.ts';
import { type ClerkLink, STAFF_KEY, withdrawClerkLink } from './api.ts';

/** A link that waits for its clerk: shown again, or taken back. */
export function ClerkLinkLine({ link, onShow }: { link: ClerkLink; onShow: (link: ClerkLink) => void }) {
  const t = useTranslations('staff');
  const format = useFormat();
  const withdraw = useSubmission({
    send: withdrawClerkLink,
    refresh: [STAFF_KEY],
    onSuccess: () => notifyDone(t('linkWithdrawn')),
  });
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" gap="sm">
        <Stack gap={0} style={{ minWidth: 0 }}>
          <Text>{link.forName ? t('newPinOf', { name: isolated(link.forName) }) : t('linkWaits')}</Text>
          <Text size="sm" c="dimmed">
            {t('until', { time: format.dateTime(Date.parse(link.expiresAt), Date.now()) })}
          </Text>
        </Stack>
        <Group gap="sm">
          <Button variant="light" onClick={() => onShow(link)}>
            {t('showLink')}
          </Button>
          <Button
            variant="default"
            loading={withdraw.isPending || withdraw.isSuccess}
            onClick={() => withdraw.mutate({ id: link.id })}
          >
            {t('withdraw')}
          </Button>
        </Group>
      </Group>
      {withdraw.isError && <ProblemAlert error={withdraw.error} />}
    </Paper>
  );
}
