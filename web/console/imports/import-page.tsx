import { Alert, Stack, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { IMPORT_ROWS_MAX } from '../../../src/domain/imports/listed-row.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { Page } from '../parts/page.tsx';
import type { MemberImport } from './api.ts';
import { ChooseFile } from './choose-file.tsx';
import { ImportList } from './import-list.tsx';
import { type FileFault, type OpenedFile, openFile } from './open-file.ts';
import { PrepareImport } from './prepare-import.tsx';

/** Brings earlier members from a file, and shows the lists that were brought before. */
export function ImportPage() {
  const t = useTranslations('imports');
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const [file, setFile] = useState<OpenedFile | null>(null);
  const [fault, setFault] = useState<FileFault | null>(null);
  const [isReading, setIsReading] = useState(false);
  const show = useCallback(
    ({ id }: MemberImport) =>
      void navigate({ to: '/members/import/$importId', params: { importId: id }, replace: true }),
    [navigate],
  );
  const read = async (chosen: File) => {
    setIsReading(true);
    const opening = await openFile(chosen.name, await chosen.arrayBuffer(), { locale });
    setIsReading(false);
    setFault(opening.ok ? null : opening.reason);
    setFile(opening.ok ? opening.file : null);
  };
  return (
    <Page title={t('title')} back={{ to: '/members', label: t('toMembers') }} note={t('note')}>
      {file === null ? (
        <Stack gap="lg">
          <ChooseFile onFile={(chosen) => void read(chosen)} pending={isReading} />
          {fault && (
            <Alert role="alert" color="red" variant="light">
              {t(`unreadable.${fault}`, { most: IMPORT_ROWS_MAX })}
            </Alert>
          )}
          <Title order={2}>{t('listTitle')}</Title>
          <ImportList />
        </Stack>
      ) : (
        <PrepareImport
          // Read anew, its columns are matched anew.
          key={`${file.digest} ${file.table.encoding}`}
          file={file}
          onReread={setFile}
          onOther={() => setFile(null)}
          onBegun={show}
        />
      )}
    </Page>
  );
}
