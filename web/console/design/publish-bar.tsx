import { ActionIcon, Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { Confirm } from '../parts/confirm.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import type { IconSource } from './draw-icons.ts';
import { useChangeWords } from './use-change-words.ts';
import type { DesignDraft } from './use-design-draft.ts';
import { usePublishing } from './use-publishing.ts';

type Props = { draft: DesignDraft; icon: IconSource; onVersions: () => void };

/** How the draft stands, and the way to what members see: changes as sentences, ten seconds, live. */
export function PublishBar({ draft, icon, onVersions }: Props) {
  const t = useTranslations('design');
  const changeWords = useChangeWords();
  const [asking, ask] = useDisclosure(false);
  const publishing = usePublishing(draft.version, icon);
  const { changes, state, undo } = draft;
  const counting = publishing.secondsLeft !== null;
  const ready = state === 'saved' && changes.length > 0;
  return (
    <Paper withBorder className="designBar" p="xs">
      <Group justify="space-between" gap="xs" wrap={counting ? 'wrap' : 'nowrap'}>
        <div className="designBarWords" data-counting={counting || undefined}>
          {publishing.secondsLeft === null ? (
            <>
              <Text fw={600}>
                {changes.length === 0 ? t('live') : t('unpublished', { count: changes.length })}
              </Text>
              <Text
                size="sm"
                c={state === 'faulty' || state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}
                role="status"
              >
                {t(`states.${state}`)}
              </Text>
            </>
          ) : (
            <>
              <Text fw={600} aria-hidden className="figures">
                {t('publishing', { seconds: publishing.secondsLeft })}
              </Text>
              <span className="designUnseen" role="status">
                {t('publishingSaid')}
              </span>
            </>
          )}
        </div>
        {publishing.secondsLeft === null ? (
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={undo === null}
              onClick={() => undo?.()}
              aria-label={t('undo')}
              title={t('undo')}
            >
              <IconArrowBackUp size={22} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              onClick={onVersions}
              aria-label={t('versions')}
              title={t('versions')}
            >
              <IconHistory size={22} aria-hidden />
            </ActionIcon>
            {state === 'failed' ? (
              <Button onClick={draft.retry}>{t('retry')}</Button>
            ) : (
              <Button onClick={ask.open} disabled={!ready} loading={publishing.pending}>
                {t('publish')}
              </Button>
            )}
          </Group>
        ) : (
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={publishing.stop}>
              {t('publishStop')}
            </Button>
            <Button onClick={publishing.now}>{t('publishNow')}</Button>
          </Group>
        )}
      </Group>
      {state === 'failed' && <ProblemAlert error={draft.error} />}
      <ProblemAlert error={publishing.error} />
      <Confirm
        opened={asking}
        onClose={ask.close}
        title={t('publishTitle')}
        action={t('publish')}
        pending={false}
        error={null}
        onConfirm={() => {
          ask.close();
          publishing.start();
        }}
        detail={
          <Stack gap="sm">
            <List spacing={4}>
              {changes.map((change) => (
                <List.Item key={JSON.stringify(change)}>{changeWords(change)}</List.Item>
              ))}
            </List>
            <Text size="sm" c="dimmed">
              {t('publishWhat')}
            </Text>
          </Stack>
        }
      />
    </Paper>
  );
}
