import { Alert, Button, Group, NativeSelect, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { useShop } from '../session/session.ts';
import { ENCODINGS, type Encoding } from '../table-file/decode-table.ts';
import type { MemberImport } from './api.ts';
import { CheckResult } from './check-result.tsx';
import { ColumnCard } from './column-card.tsx';
import { matchColumns, rememberedAfter, setColumn } from './match-columns.ts';
import { dateOrderOf, listedRows, namesPeople } from './model.ts';
import { type OpenedFile, openFile } from './open-file.ts';
import { type Options, ReadingOptions } from './reading-options.tsx';
import { keepRemembered, readRemembered } from './remembered.ts';
import { useCheck } from './use-check.ts';

const ENCODING_NAMES = { 'utf-8': 'UTF-8', gb18030: 'GB18030', big5: 'Big5', 'utf-16le': 'UTF-16' };
const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
const SAMPLES = 3;

const FIRST_OPTIONS: Options = { dateOrder: null, knownMembers: 'add', expiry: 'programme', expiryDay: '' };

type Props = {
  file: OpenedFile;
  onReread: (file: OpenedFile) => void;
  onOther: () => void;
  onBegun: (list: MemberImport) => void;
};

/** A file on its way to being a list: what its columns say, how it is read, and what would come of it. */
export function PrepareImport({ file, onReread, onOther, onBegun }: Props) {
  const t = useTranslations('imports');
  const { locale } = useLanguage();
  const { shop } = useShop();
  const { table } = file;
  const [columns, setColumns] = useState(() => matchColumns(table.header, readRemembered(shop.id)));
  const [options, setOptions] = useState(FIRST_OPTIONS);
  const [isAsked, setIsAsked] = useState(false);
  const [begun, setBegun] = useState<MemberImport | null>(null);
  // After the guard below has let go: it would ask whether to leave what is handed over.
  useEffect(() => {
    if (begun) onBegun(begun);
  }, [begun, onBegun]);
  const found = dateOrderOf(table, columns);
  const reading = {
    dateOrder: found.isAsked ? options.dateOrder : found.order,
    knownMembers: options.knownMembers,
  };
  const today = new Date().toISOString().slice(0, 10);
  const isOpen =
    (found.isAsked && options.dateOrder === null) ||
    (options.expiry === 'date' && options.expiryDay <= today);
  const check = useCheck();
  const rows = table.rows.length;
  const change = (apply: () => void) => {
    check.forget();
    apply();
  };
  const reread = async (encoding: Encoding) => {
    const opening = await openFile(file.name, file.bytes, { encoding, locale });
    if (opening.ok) change(() => onReread(opening.file));
  };
  const start = () => {
    setIsAsked(true);
    if (isOpen) return;
    keepRemembered(shop.id, rememberedAfter(readRemembered(shop.id), table.header, columns));
    check.run(listedRows(table, columns), reading);
  };
  return (
    <Stack gap="lg">
      <LeaveGuard edited={begun === null} />
      <Paper withBorder p="md">
        <Group justify="space-between" align="flex-end">
          <Stack gap={2} style={{ minWidth: 0 }}>
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {isolated(file.name)}
            </Text>
            <Text size="sm" c="dimmed">
              {t('file', {
                rows,
                encoding: ENCODING_NAMES[table.encoding],
                separator: t(
                  `separators.${SEPARATORS[table.separator as keyof typeof SEPARATORS] ?? 'comma'}`,
                ),
              })}
            </Text>
          </Stack>
          <Group align="flex-end">
            <NativeSelect
              label={t('encoding')}
              data={ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] }))}
              value={table.encoding}
              onChange={(event) => void reread(event.currentTarget.value as Encoding)}
            />
            <Button variant="default" onClick={onOther}>
              {t('chooseOther')}
            </Button>
          </Group>
        </Group>
        <Text size="sm" c="dimmed" mt="xs">
          {t('encodingHint')}
        </Text>
      </Paper>
      <Stack gap="sm">
        <div>
          <Title order={2}>{t('columnsTitle')}</Title>
          <Text c="dimmed">{t('columnsNote')}</Text>
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="sm">
          {table.header.map((name, place) => (
            <ColumnCard
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear one name; their places stay.
              key={place}
              name={name}
              samples={samplesOf(table.rows, place)}
              meaning={columns[place] ?? null}
              onMean={(meaning) => change(() => setColumns(setColumn(columns, place, meaning)))}
            />
          ))}
        </SimpleGrid>
        {!namesPeople(columns) && <Alert color="orange">{t('namesNobody')}</Alert>}
        {namesPeople(columns) && !columns.includes('points') && <Alert color="gray">{t('noPoints')}</Alert>}
      </Stack>
      <Stack gap="sm">
        <Title order={2}>{t('howTitle')}</Title>
        <ReadingOptions
          options={options}
          onChange={(next) => change(() => setOptions(next))}
          found={found}
          isAsked={isAsked}
          today={today}
        />
      </Stack>
      {check.checked === null ? (
        <Stack gap="xs">
          <ProblemAlert error={check.error} onRetry={start} />
          <Group>
            <SubmitButton
              pending={check.isPending}
              onClick={start}
              size="md"
              disabled={!namesPeople(columns)}
            >
              {t('check', { rows })}
            </SubmitButton>
            <Text c="dimmed" aria-live="polite">
              {check.progress ? t('checking', check.progress) : t('checkHint')}
            </Text>
          </Group>
        </Stack>
      ) : (
        <CheckResult
          file={file}
          rows={listedRows(table, columns)}
          checked={check.checked}
          list={{
            name: file.name,
            digest: file.digest,
            ...reading,
            expiry: options.expiry === 'date' ? options.expiryDay : options.expiry,
            again: false,
          }}
          onBegun={setBegun}
        />
      )}
    </Stack>
  );
}

/** What a column says where it says anything. */
function samplesOf(rows: OpenedFile['table']['rows'], place: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    const cell = cells[place] ?? '';
    if (cell !== '' && !samples.includes(cell)) samples.push(cell);
    if (samples.length === SAMPLES) break;
  }
  return samples;
}
