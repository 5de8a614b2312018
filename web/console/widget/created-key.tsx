import { Alert, Button, Code, CopyButton, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import type { CreatedSigningKey } from './api.ts';

/** The key as it was made: its id for `kid`, and the secret this once. */
export function CreatedKey({ created, onClose }: { created: CreatedSigningKey; onClose: () => void }) {
  const t = useTranslations('widget');
  const { id, algorithm, secret } = created;
  const lost = algorithm === 'HS256' && secret === null;
  return (
    <Stack>
      {algorithm === 'HS256' && (
        <Alert color="orange" variant="light">
          <Text c="var(--mantine-color-text)">{lost ? t('lost') : t('shownOnce')}</Text>
        </Alert>
      )}
      {!lost && <Value label={t('keyId')} value={id} />}
      {secret !== null && <Value label={t('secret')} value={secret} />}
      <Button variant="default" onClick={onClose}>
        {t('kept')}
      </Button>
    </Stack>
  );
}

function Value({ label, value }: { label: string; value: string }) {
  const t = useTranslations('widget');
  return (
    <Stack gap="xs">
      <Text fw={600}>{label}</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} fz="md">
        {value}
      </Code>
      <CopyButton value={value} timeout={2000}>
        {({ copied, copy }) => (
          <Button onClick={copy} aria-label={t('copyOne', { what: label })}>
            {copied ? t('copied') : t('copy')}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}
