import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { BottomSheet } from '../../parts/bottom-sheet.tsx';
import { useBackCloses } from '../../parts/use-back-steps.tsx';
import { useShop } from '../../session/session.ts';
import { useFormat } from '../../session/use-format.ts';
import { totalMinor } from '../sale.ts';
import type { KeptGrant } from './kept-grant.ts';
import { forgetGrant, keepGrant } from './store.ts';

type Props = {
  opened: boolean;
  onClose: () => void;
  grants: readonly KeptGrant[];
  /** Sends what waits, and reads the list again. */
  onChanged: () => Promise<void>;
};

/** What waits on this device, and what of it the server did not take. */
export function WaitingSheet({ opened, onClose, grants, onChanged }: Props) {
  const t = useTranslations('counter');
  useBackCloses(opened, onClose);
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t('queueTitle')}>
      <Stack maw={560} mx="auto" pb="md">
        <Text c="dimmed">{t('queueDetail')}</Text>
        {grants.map((grant) => (
          <KeptRow key={grant.key} grant={grant} onChanged={onChanged} />
        ))}
        <Button size="lg" onClick={() => void onChanged()}>
          {t('queueSend')}
        </Button>
      </Stack>
    </BottomSheet>
  );
}

function KeptRow({ grant, onChanged }: { grant: KeptGrant; onChanged: () => Promise<void> }) {
  const t = useTranslations('counter');
  const format = useFormat();
  const { shop } = useShop();
  const { key, atMs, member, typed, body, maySent, refused } = grant;
  const amountMinor = totalMinor(body);
  return (
    <Stack gap="xs" className="grantRow">
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} truncate>
            {member?.name ?? typed ?? ''}
          </Text>
          <Text size="sm" c="dimmed" className="figures">
            {format.dateTime(atMs, Date.now())}
          </Text>
        </div>
        <Text fw={700} className="figures">
          {format.money(amountMinor, shop.currency)}
        </Text>
      </Group>
      {refused !== null && (
        <Alert color="red" variant="light" role="alert">
          <Text c="var(--mantine-color-text)">
            {refused.code === 'not-found' ? t('queueNobody') : refused.words || t('queueRefused')}
          </Text>
        </Alert>
      )}
      <Group gap="xs">
        {refused !== null && (
          <Button
            variant="default"
            onClick={() => void keepGrant({ ...grant, refused: null }).then(onChanged)}
          >
            {t('queueRetry')}
          </Button>
        )}
        {!maySent && (
          <Button variant="subtle" color="red" onClick={() => void forgetGrant(key).then(onChanged)}>
            {t('queueForget')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
