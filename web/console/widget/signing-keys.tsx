import { Badge, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { useFormat } from '../session/use-format.ts';
import { revokeSigningKey, type SigningKey, WIDGET_KEY } from './api.ts';
import { CreateSigningKey } from './create-signing-key.tsx';
import { keysInOrder, mayAddKey, otherLiveKey } from './model.ts';
import { Section } from './section.tsx';

type Props = { keys: SigningKey[]; audience: string; mayChange: boolean };

/** Keys with which the merchant's server signs her customers in; two at a time, so that one can replace the other. */
export function SigningKeys({ keys, audience, mayChange }: Props) {
  const t = useTranslations('widget');
  const [creating, create] = useDisclosure(false);
  const [revoking, setRevoking] = useState<SigningKey | null>(null);
  const revoke = useSubmission({
    send: revokeSigningKey,
    refresh: [WIDGET_KEY],
    onSuccess() {
      notifyDone(t('revoked'));
      setRevoking(null);
    },
  });
  const full = !mayAddKey(keys);
  const add = mayChange && !full && <Button onClick={create.open}>{t('createKey')}</Button>;
  return (
    <Section title={t('keys')} what={t('keysWhat')} actions={add}>
      <Text>
        {t('audience')} <Code fz="md">{audience}</Code>
      </Text>
      {keys.length === 0 && <Text>{t('keysNone')}</Text>}
      {full && <Text>{t('keysFull')}</Text>}
      {!mayChange && <Text>{t('keysOwner')}</Text>}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {keysInOrder(keys).map((key) => (
          <KeyLine
            key={key.id}
            signingKey={key}
            onRevoke={mayChange && key.revokedAt === null ? () => setRevoking(key) : null}
          />
        ))}
      </Stack>
      <CreateSigningKey opened={creating} onClose={create.close} />
      <Confirm
        opened={revoking !== null}
        onClose={() => setRevoking(null)}
        title={t('revokeTitle', { name: revoking?.name ?? '' })}
        detail={revoking && <WhatEnds revoking={revoking} keys={keys} />}
        action={t('revoke')}
        pending={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoking && revoke.mutate({ id: revoking.id })}
        dangerous
      />
    </Section>
  );
}

/** What stops working, and what goes on. */
function WhatEnds({ revoking, keys }: { revoking: SigningKey; keys: SigningKey[] }) {
  const t = useTranslations('widget');
  const other = otherLiveKey(keys, revoking);
  return (
    <Stack gap="xs">
      <Text>{other ? t('revokeOther', { other: other.name }) : t('revokeOnly')}</Text>
      <Text>{t('revokeOpen')}</Text>
    </Stack>
  );
}

function KeyLine({ signingKey, onRevoke }: { signingKey: SigningKey; onRevoke: (() => void) | null }) {
  const t = useTranslations('widget');
  const format = useFormat();
  const nowMs = Date.now();
  const { id, name, algorithm, createdAt, lastUsedAt, revokedAt } = signingKey;
  const used = lastUsedAt
    ? t('lastUsed', { time: format.dateTime(Date.parse(lastUsedAt), nowMs) })
    : t('neverUsed');
  return (
    <Group component="li" justify="space-between" align="flex-start" gap="sm">
      <Stack gap={2} style={{ minWidth: 0, flex: '1 1 240px' }}>
        <Group gap="xs">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <Badge color="gray.8" tt="none">
            {revokedAt ? t('isRevoked') : algorithm}
          </Badge>
        </Group>
        <Text ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
          {id}
        </Text>
        <Text size="sm" c="dimmed">
          {t('createdOn', { date: format.date(Date.parse(createdAt), nowMs) })} · {used}
        </Text>
      </Stack>
      {onRevoke && (
        <Button variant="default" onClick={onRevoke} aria-label={t('revokeOne', { name })}>
          {t('revoke')}
        </Button>
      )}
    </Group>
  );
}
