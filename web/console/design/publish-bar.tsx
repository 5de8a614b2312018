import { ActionIcon, Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Confirm } from '../parts/confirm.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import type { DesignAnswer } from './api.ts';
import type { IconSource } from './draw-icons.ts';
import { ScheduledLine } from './scheduled-line.tsx';
import { useChangeWords } from './use-change-words.ts';
import type { DesignDraft } from './use-design-draft.ts';
import { usePublishing } from './use-publishing.ts';
import { useScheduling } from './use-scheduling.ts';
import { isAhead, type When, WhenField } from './when-field.tsx';

type Props = {
  draft: DesignDraft;
  icon: IconSource;
  scheduled: DesignAnswer['scheduled'];
  onVersions: () => void;
};

/** How the draft stands, and the way to what members see: changes as sentences, ten seconds, live. */
export function PublishBar({ draft, icon, scheduled, onVersions }: Props) {
  const t = useTranslations('design');
  const changeWords = useChangeWords();
  const [asking, ask] = useDisclosure(false);
  const publishing = usePublishing(draft.version, icon);
  const scheduling = useScheduling(draft.version, icon);
  const [when, setWhen] = useState<When>(null);
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
      <ScheduledLine scheduled={scheduled} pending={scheduling.pending} onCallOff={scheduling.callOff} />
      <ProblemAlert error={publishing.error ?? scheduling.error} />
      <Confirm
        opened={asking}
        onClose={ask.close}
        title={t('publishTitle')}
        action={t(when === null ? 'publish' : 'schedule.go')}
        pending={false}
        error={null}
        onConfirm={() => {
          if (when === null) publishing.start();
          else if (when.atMs === null || !isAhead(when.atMs)) return;
          else scheduling.schedule(when.atMs);
          ask.close();
          setWhen(null);
        }}
        detail={
          <Stack gap="sm">
            <List spacing={4}>
              {changes.map((change) => (
                <List.Item key={JSON.stringify(change)}>{changeWords(change)}</List.Item>
              ))}
            </List>
            <WhenField when={when} onChange={setWhen} />
            {when === null && (
              <Text size="sm" c="dimmed">
                {t('publishWhat')}
              </Text>
            )}
          </Stack>
        }
      />
    </Paper>
  );
}
