import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { CheckedRow } from '../../../src/features/imports/file-schemas.ts';
import { problemOf } from '../api/problem.ts';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useFormat } from '../session/use-format.ts';
import { beginImport, type MemberImport, type NewImport } from './api.ts';
import { Figure, Figures } from './figure.tsx';
import { type ListedRow, refusedTable, summaryOf } from './model.ts';
import type { OpenedFile } from './open-file.ts';
import { RefusedLines } from './refused-lines.tsx';
import { saveTable } from './save-file.ts';
import { useRowWords } from './use-row-words.ts';

const SHOWN = 20;

type Props = {
  file: OpenedFile;
  rows: readonly ListedRow[];
  checked: readonly CheckedRow[];
  list: NewImport;
  onBegun: (list: MemberImport) => void;
};

/** What would come of a file, the lines that are wrong, and the button that brings it in. */
export function CheckResult({ file, rows, checked, list, onBegun }: Props) {
  const t = useTranslations('imports');
  const format = useFormat();
  const rowWords = useRowWords();
  const [asking, ask] = useDisclosure(false);
  const [sent, setSent] = useState<{ done: number; total: number } | null>(null);
  const { newRows, knownRows, refused, points } = summaryOf(checked);
  const good = newRows + knownRows;
  const begin = useSubmission({
    send: (wanted: NewImport, key) =>
      beginImport(wanted, rows, { key, tell: (done, total) => setSent({ done, total }) }),
    onSuccess: onBegun,
  });
  const isKnownFile = 'digest' in problemOf(begin.error).fields;
  const download = () => {
    const lines = refused.map((row) => ({ row: row.row, why: rowWords(row) }));
    void saveTable(t('refusedFile'), refusedTable(file.table, lines, t('reasonHeader')));
  };
  return (
    <Stack gap="md">
      <Title order={2}>{t('resultTitle')}</Title>
      <Figures>
        <Figure label={t('newRows')} value={format.count(newRows)} />
        <Figure label={t('knownRows')} value={format.count(knownRows)} />
        <Figure label={t('points')} value={format.count(points)} />
        <Figure
          label={t('refusedRows')}
          value={format.count(refused.length)}
          {...(refused.length > 0 ? { color: 'red.8' } : {})}
        />
      </Figures>
      {refused.length > 0 && (
        <Stack gap="xs">
          <Group justify="space-between">
            <Text>{t('refusedNote')}</Text>
            <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={download}>
              {t('download')}
            </Button>
          </Group>
          <RefusedLines lines={refused.slice(0, SHOWN)} cells={rows} />
          {refused.length > SHOWN && (
            <Text size="sm" c="dimmed">
              {t('refusedMore', { rows: refused.length - SHOWN })}
            </Text>
          )}
        </Stack>
      )}
      {good === 0 ? (
        <Alert color="orange">{t('nothingGood')}</Alert>
      ) : (
        <Group>
          <Button size="md" onClick={ask.open}>
            {t('start', { rows: good })}
          </Button>
        </Group>
      )}
      <Confirm
        opened={asking}
        onClose={ask.close}
        title={isKnownFile ? t('againTitle') : t('confirmTitle')}
        detail={
          isKnownFile ? (
            t('againDetail')
          ) : (
            <Stack gap="xs">
              <Text>{t('confirmNew', { count: newRows, points: format.points(points) })}</Text>
              {knownRows > 0 && <Text>{t('confirmKnown', { count: knownRows })}</Text>}
              <Text>{t('confirmUndo')}</Text>
              {sent && (
                <Text c="dimmed" aria-live="polite">
                  {t('uploading', sent)}
                </Text>
              )}
            </Stack>
          )
        }
        action={isKnownFile ? t('again') : t('start', { rows: good })}
        pending={begin.isPending}
        error={isKnownFile ? null : begin.error}
        onConfirm={() => begin.mutate(isKnownFile ? { ...list, again: true } : list)}
        dangerous={isKnownFile}
      />
      {begin.isError && !asking && !isKnownFile && <ProblemAlert error={begin.error} />}
    </Stack>
  );
}
