import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import type { Checked, Outcome } from './ship-file.ts';
import { useFaultWords } from './use-fault-words.ts';

const COLOURS: Record<Outcome, string> = { ready: 'blue', shipped: 'green', already: 'gray', refused: 'red' };
/** What somebody has to look at stands first. */
const ORDER: readonly Outcome[] = ['refused', 'ready', 'shipped', 'already'];

/** The lines of a file: whose parcel it is, the number that it goes under, and how it stands. */
export function ParcelLines({ lines }: { lines: readonly Checked[] }) {
  const t = useTranslations('redemptions');
  const faultWords = useFaultWords();
  const sorted = lines.toSorted(
    (a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) || a.line - b.line,
  );
  return (
    <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none', overflow: 'hidden' }}>
      {sorted.map((each) => (
        <li key={each.line} className="rowWithAction">
          <Group justify="space-between" wrap="nowrap" px="md" py="sm" gap="sm" align="flex-start" w="100%">
            <Stack gap={0} style={{ minWidth: 0 }}>
              <Text fw={600} truncate>
                {[each.number || '—', each.who].filter(Boolean).join(' · ')}
              </Text>
              {each.what && (
                <Text size="sm" truncate>
                  {each.what}
                </Text>
              )}
              <Text size="sm" c="dimmed" className="figures" style={{ overflowWrap: 'anywhere' }}>
                {t('file.line', { line: each.line })} · {[each.carrier, each.trackingNumber].join(' ')}
              </Text>
              {each.outcome === 'refused' && (
                <Text size="sm" c="var(--mantine-color-error)">
                  {faultWords(each.why)}
                </Text>
              )}
            </Stack>
            <Badge
              variant="light"
              color={COLOURS[each.outcome]}
              tt="none"
              style={{ flexShrink: 0 }}
              styles={{ label: { color: 'var(--mantine-color-text)' } }}
            >
              {t(`file.outcomes.${each.outcome}`)}
            </Badge>
          </Group>
        </li>
      ))}
    </Paper>
  );
}
