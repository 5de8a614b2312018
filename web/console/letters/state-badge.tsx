import { Badge } from '@mantine/core';
import { useTranslations } from 'use-intl/react';

const COLOURS = { sent: 'green', waiting: 'blue', failed: 'red', skipped: 'gray' } as const;

/** What became of an e-mail: one to a member, or one to somebody of the shop. */
export function LetterStateBadge({ state }: { state: keyof typeof COLOURS }) {
  const t = useTranslations('letters');
  return (
    <Badge
      variant="light"
      color={COLOURS[state]}
      tt="none"
      style={{ flex: 'none' }}
      styles={{ label: { color: 'var(--mantine-color-text)' } }}
    >
      {t(`states.${state}`)}
    </Badge>
  );
}
