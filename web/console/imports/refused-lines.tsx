import { Group, Paper, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import type { ListedRow } from './model.ts';
import { useRowWords } from './use-row-words.ts';

type Line = { row: number; field: string | null; reason: string | null };

/** Lines that can't be taken: where each stands, what it says there, and what is wrong. */
export function RefusedLines({
  lines,
  cells = [],
}: {
  lines: readonly Line[];
  cells?: readonly ListedRow[];
}) {
  const t = useTranslations('imports');
  const rowWords = useRowWords();
  const byRow = new Map(cells.map((each) => [each.row, each.cells]));
  return (
    <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {lines.map((line) => {
        const said = line.field === null ? '' : byRow.get(line.row)?.[line.field as keyof ListedRow['cells']];
        return (
          <li key={line.row} style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
            <Group px="md" py="xs" gap="sm" align="baseline" wrap="nowrap">
              <Text size="sm" c="dimmed" className="figures" style={{ whiteSpace: 'nowrap' }}>
                {t('row', { row: line.row })}
              </Text>
              <Text style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
                {rowWords(line)}
                {said ? (
                  <Text span c="dimmed">
                    {' '}
                    {isolated(said.slice(0, 60))}
                  </Text>
                ) : null}
              </Text>
            </Group>
          </li>
        );
      })}
    </Paper>
  );
}
