import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Empty } from '../parts/empty.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { Page } from '../parts/page.tsx';
import { useFormat } from '../session/use-format.ts';
import { API_KEYS_KEY, type ApiKey, apiKeysQuery, revokeApiKey } from './api.ts';
import { CreateKey } from './create-key.tsx';
import { isScope } from './scopes.ts';

/** The keys of the shop's own systems: shown once when made, then only recognised. */
export function ApiKeysPage() {
  const t = useTranslations('apiKeys');
  const settings = useTranslations('settings');
  const keys = useQuery(apiKeysQuery);
  const [creating, create] = useDisclosure(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const revoke = useSubmission({
    send: revokeApiKey,
    refresh: [API_KEYS_KEY],
    onSuccess() {
      notifyDone(t('revoked'));
      setRevoking(null);
    },
  });
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={create.open}>
      {t('create')}
    </Button>
  );
  return (
    <Page
      title={settings('apiKeys.title')}
      back={{ to: '/settings', label: settings('title') }}
      note={t('note')}
      actions={add}
    >
      <Loadable query={keys} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('none')} detail={t('noneDetail')} action={add} />
          ) : (
            <Stack gap="sm">
              <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
                {items.map((key) => (
                  <KeyLine key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
                ))}
              </Stack>
              <ListEnd />
            </Stack>
          )
        }
      </Loadable>
      <CreateKey opened={creating} onClose={create.close} />
      <Confirm
        opened={revoking !== null}
        onClose={() => setRevoking(null)}
        title={t('revokeTitle', { name: revoking?.name ?? '' })}
        detail={t('revokeDetail')}
        action={t('revoke')}
        pending={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoking && revoke.mutate({ id: revoking.id })}
        dangerous
      />
    </Page>
  );
}

function KeyLine({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const t = useTranslations('apiKeys');
  const format = useFormat();
  const nowMs = Date.now();
  const used = apiKey.lastUsedAt
    ? t('lastUsed', { time: format.dateTime(Date.parse(apiKey.lastUsedAt), nowMs) })
    : t('neverUsed');
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{apiKey.name}</Text>
            {apiKey.revokedAt && (
              <Badge color="gray.8" tt="none">
                {t('isRevoked')}
              </Badge>
            )}
          </Group>
          <Text ff="monospace">{apiKey.prefix}…</Text>
          <Text size="sm" c="dimmed">
            {apiKey.scopes
              .map((scope) => (isScope(scope) ? t(`scopes.${scope}`) : scope))
              .join(t('listComma'))}
          </Text>
          <Text size="sm" c="dimmed">
            {t('createdOn', { date: format.date(Date.parse(apiKey.createdAt), nowMs) })} · {used}
          </Text>
        </Stack>
        {!apiKey.revokedAt && (
          <Button variant="default" onClick={onRevoke} aria-label={t('revokeOne', { name: apiKey.name })}>
            {t('revoke')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
