import { Button, Center, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { ProblemAlert } from './problem-alert.tsx';

type Paged = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => Promise<unknown>;
};

/** Below a list: more of it, or the line that says that this was all. */
export function ListEnd({ list }: { list: Paged }) {
  const t = useTranslations('common');
  if (list.isFetchNextPageError) {
    return <ProblemAlert error={list.error} onRetry={() => void list.fetchNextPage()} />;
  }
  return (
    <Center>
      {list.hasNextPage ? (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {t('listEnd')}
        </Text>
      )}
    </Center>
  );
}
