import { Badge, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { designChanges } from '../../../src/domain/design/design-changes.ts';
import { isolated } from '../../../src/messages/isolated.ts';
import { useSubmission } from '../api/use-submission.ts';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useFormat } from '../session/use-format.ts';
import { type DesignAnswer, type DesignVersion, designVersionsQuery, restoreDesign } from './api.ts';
import { useChangeWords } from './use-change-words.ts';

type Props = {
  opened: boolean;
  onClose: () => void;
  /** The draft that a version is put in place of; null while it is not on the server yet. */
  draftVersion: string | null;
  /** What is to become the next one. */
  scheduled: DesignAnswer['scheduled'];
  onRestored: (answer: DesignAnswer) => void;
};

/** What was published before, each with what it changed; one can be taken back into the draft. */
export function VersionsSheet({ opened, onClose, draftVersion, scheduled, onRestored }: Props) {
  const t = useTranslations('design');
  const common = useTranslations('common');
  const format = useFormat();
  const versions = useQuery({ ...designVersionsQuery, enabled: opened });
  const restore = useSubmission({
    send: restoreDesign,
    onSuccess(answer, { version }) {
      onRestored(answer);
      onClose();
      notifyDone(t('restored', { version }));
    },
  });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="md"
      title={t('versions')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <ProblemAlert error={restore.error} />
        {scheduled && (
          <Text fw={600}>
            {t('schedule.bar', { time: format.dateTime(scheduled.publishAtMs, Date.now()) })}
          </Text>
        )}
        <Loadable query={versions} rows={4}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">{t('versionsNone')}</Text>
            ) : (
              <>
                <Text size="sm" c="dimmed">
                  {t('versionsWhat')}
                </Text>
                <ol className="designVersions">
                  {items.map((version, position) => (
                    <VersionLine
                      key={version.version}
                      version={version}
                      before={items[position + 1] ?? null}
                      live={position === 0}
                      pending={restore.isPending && restore.variables.version === version.version}
                      onRestore={
                        draftVersion === null
                          ? null
                          : () => restore.mutate({ version: version.version, draftVersion })
                      }
                    />
                  ))}
                </ol>
              </>
            )
          }
        </Loadable>
      </Stack>
    </Drawer>
  );
}

type LineProps = {
  version: DesignVersion;
  before: DesignVersion | null;
  live: boolean;
  pending: boolean;
  onRestore: (() => void) | null;
};

function VersionLine({ version, before, live, pending, onRestore }: LineProps) {
  const t = useTranslations('design');
  const format = useFormat();
  const changeWords = useChangeWords();
  const { look } = version.body;
  const time = format.dateTime(Date.parse(version.publishedAt), Date.now());
  return (
    <li>
      <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Group gap="xs">
            <span className="designDots" aria-hidden>
              <span style={{ background: look.main }} />
              <span style={{ background: look.accent }} />
            </span>
            <Text fw={600}>{t('version', { version: version.version })}</Text>
            {live && (
              <Badge variant="light" tt="none">
                {t('versionLive')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {version.publishedByName === null
              ? time
              : t('versionBy', { time, name: isolated(version.publishedByName) })}
          </Text>
          {before === null && version.version > 1 && <Text size="sm">{t('versionFirst')}</Text>}
          {before !== null &&
            designChanges(before.body, version.body).map((change) => (
              <Text size="sm" key={JSON.stringify(change)}>
                {changeWords(change)}
              </Text>
            ))}
        </div>
        <Button
          variant="default"
          loading={pending}
          style={{ flexShrink: 0 }}
          disabled={onRestore === null}
          onClick={() => onRestore?.()}
          aria-label={t('restoreVersion', { version: version.version })}
        >
          {t('restore')}
        </Button>
      </Group>
    </li>
  );
}
