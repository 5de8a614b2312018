import { NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { IMPORT_COLUMNS, type ImportColumn } from '../../../src/domain/imports/listed-row.ts';
import { isolated } from '../../../src/messages/isolated.ts';

type Props = {
  name: string;
  /** What its first lines say. */
  samples: readonly string[];
  meaning: ImportColumn | null;
  onMean: (meaning: ImportColumn | null) => void;
};

/** One column of the file: what it is called, what it says, and what that means. */
export function ColumnCard({ name, samples, meaning, onMean }: Props) {
  const t = useTranslations('imports');
  const choices = [
    { value: '', label: t('leftOut') },
    ...IMPORT_COLUMNS.map((column) => ({ value: column, label: t(`columns.${column}`) })),
  ];
  const chosen = (value: string) => onMean(IMPORT_COLUMNS.find((column) => column === value) ?? null);
  return (
    <Paper withBorder p="sm" {...(meaning === null ? { opacity: 0.75 } : {})}>
      <Stack gap={6}>
        <NativeSelect
          label={t('column', { name: isolated(name) })}
          data={choices}
          value={meaning ?? ''}
          onChange={(event) => chosen(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed" truncate className="figures">
          {samples.map((sample) => isolated(sample)).join(' · ') || '–'}
        </Text>
      </Stack>
    </Paper>
  );
}
