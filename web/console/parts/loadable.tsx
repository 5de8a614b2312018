import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { ProblemAlert } from './problem-alert.tsx';

type Props<Data> = {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch' | 'isPending'>;
  /** How many lines of skeleton stand for what is coming, so that the page does not jump. */
  rows?: number;
  rowHeight?: number;
  children: (data: Data) => ReactNode;
};

/** What a query shows while it loads, when it fails (with retry) and once it has data. */
export function Loadable<Data>({ query, rows = 4, rowHeight = 64, children }: Props<Data>) {
  const t = useTranslations('common');
  if (query.data !== undefined) {
    return (
      <>
        {query.error !== null && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.error !== null) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const lines = Array.from({ length: rows }, (_, line) => line);
  return (
    <Stack gap="sm" role="status" aria-label={t('loading')}>
      {lines.map((line) => (
        <Skeleton key={line} height={rowHeight} />
      ))}
    </Stack>
  );
}
