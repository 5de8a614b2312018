import { Stack, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { refusedRowsQuery } from './api.ts';
import { RefusedLines } from './refused-lines.tsx';

/** Which lines of a list were left out; what they said of people is not kept. */
export function RefusedRows({ importId }: { importId: string }) {
  const t = useTranslations('imports');
  const rows = useInfiniteQuery(refusedRowsQuery(importId));
  return (
    <Stack gap="sm">
      <Title order={2}>{t('refusedTitle')}</Title>
      <Loadable query={rows} rows={2} rowHeight={40}>
        {({ pages }) => (
          <>
            <RefusedLines lines={pages.flatMap(({ items }) => items)} />
            <ListEnd list={rows} />
          </>
        )}
      </Loadable>
    </Stack>
  );
}
