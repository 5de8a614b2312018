import { Stack, Title } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { useFormat } from '../session/use-format.ts';
import type { MemberImport } from './api.ts';
import { Figure, Figures } from './figure.tsx';

/** What came of a list, in figures. */
export function ImportFigures({ list }: { list: MemberImport }) {
  const t = useTranslations('imports');
  const format = useFormat();
  const { state, source, figures } = list;
  const back = state === 'reversing' || state === 'reversed';
  const some = (label: string, value: number, note: string | null = null) =>
    value === 0 ? null : <Figure label={label} value={format.count(value)} note={note} />;
  return (
    <Stack gap="sm">
      {state === 'done' && <Title order={2}>{t('doneTitle')}</Title>}
      {state === 'reversed' && <Title order={2}>{t('reversedTitle')}</Title>}
      <Figures>
        <Figure label={t('newMembers')} value={format.count(figures.newMembers)} />
        {some(t('knownMembersFigure'), figures.knownMembers)}
        {source === 'file' && <Figure label={t('givenPoints')} value={format.count(figures.points)} />}
        {some(t('refused'), figures.refusedRows)}
        {back && (
          <>
            <Figure label={t('takenPoints')} value={format.count(figures.takenPoints)} />
            {some(t('lapsedPoints'), figures.lapsedPoints)}
            {some(t('owedPoints'), figures.owedPoints, t('owing', { count: figures.owingMembers }))}
            {some(t('writtenOffPoints'), figures.writtenOffPoints)}
            {some(t('closedMembers'), figures.closedMembers, t('closedNote'))}
          </>
        )}
      </Figures>
    </Stack>
  );
}
