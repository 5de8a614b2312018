import { Button, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { MATCHES_MAX } from '../../../src/domain/list-bounds.ts';
import { ProblemAlert } from './problem-alert.tsx';

type Paged = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => Promise<unknown>;
};

type Props = {
  /** Absent where all of it came at once. */
  list?: Paged;
  /** A search fits more than is listed. */
  tooMany?: boolean;
};

/** Below a list: more of it, or the line that says that this was all, or that a search found too much for one. */
export function ListEnd({ list, tooMany = false }: Props) {
  const t = useTranslations('common');
  if (list?.isFetchNextPageError) {
    return <ProblemAlert error={list.error} onRetry={() => void list.fetchNextPage()} />;
  }
  return (
    <Stack align="center" gap="xs">
      {list?.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {(tooMany || !list?.hasNextPage) && (
        <Text size="sm" c="dimmed" ta="center">
          {tooMany ? t('listTooMany', { most: MATCHES_MAX }) : t('listEnd')}
        </Text>
      )}
    </Stack>
  );
}
