import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { ButtonLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { useFormat } from '../session/use-format.ts';
import { importQuery, type MemberImport } from './api.ts';
import { ImportFigures } from './import-figures.tsx';
import { ImportProgress } from './import-progress.tsx';
import { isUnderWay } from './model.ts';
import { RefusedRows } from './refused-rows.tsx';
import { UndoImport } from './undo-import.tsx';

/** One list: how far it is, what came of it, and taking it back. */
export function OneImportPage() {
  const t = useTranslations('imports');
  const { importId } = useParams({ from: '/shop/members/import/$importId' });
  const query = useQuery(importQuery(importId));
  const name = query.data ? isolated(query.data.name) : t('title');
  return (
    <Page
      title={name}
      back={{ to: '/members/import', label: t('title') }}
      note={query.data && <Whose list={query.data} />}
      actions={
        query.data?.state === 'done' && (
          <ButtonLink to="/members" variant="default">
            {t('seeMembers')}
          </ButtonLink>
        )
      }
    >
      <Loadable query={query} rows={3} rowHeight={96}>
        {(list) => (
          <Stack gap="lg">
            {isUnderWay(list) && <ImportProgress list={list} />}
            <ImportFigures list={list} />
            {list.figures.refusedRows > 0 && <RefusedRows importId={list.id} />}
            {(list.state === 'running' || list.state === 'done') && <UndoImport list={list} />}
          </Stack>
        )}
      </Loadable>
    </Page>
  );
}

function Whose({ list }: { list: MemberImport }) {
  const t = useTranslations('imports');
  const format = useFormat();
  const by = list.createdBy === null || list.source === 'api' ? t('byApi') : isolated(list.createdBy);
  return <>{t('byWhom', { name: by, at: format.dateTime(Date.parse(list.createdAt), Date.now()) })}</>;
}
