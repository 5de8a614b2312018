import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { type ShopClosing, useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { CLOSING_KEY, readClosing } from '../tenants/api.ts';
import { useTakeBack } from '../tenants/use-take-back.ts';
import { CloseForm } from './close-form.tsx';
import { ClosingFigures, ClosingSteps } from './closing-figures.tsx';

const DAY_MS = 24 * 60 * 60_000;

/** Leaving: what it means in figures, what to do first, when; and the way back. */
export function ClosePage() {
  const t = useTranslations('closing');
  const settings = useTranslations('settings');
  const { me, shop } = useShop();
  const isOwner = me.role === 'owner';
  const found = useQuery({
    queryKey: CLOSING_KEY,
    queryFn: ({ signal }) => readClosing(signal),
    enabled: isOwner,
  });
  const { closing } = shop;
  return (
    <Page
      title={settings('close.title')}
      back={{ to: '/settings', label: settings('title') }}
      note={closing?.isClosed ? undefined : t('note')}
    >
      {!isOwner && <Alert color="gray">{t('ownerOnly')}</Alert>}
      {isOwner && (
        <Stack maw={680} gap="lg">
          {closing && <Standing closing={closing} />}
          <Loadable query={found} rows={2} rowHeight={180}>
            {(figures) => (
              <>
                <ClosingFigures figures={figures} />
                <ClosingSteps figures={figures} />
              </>
            )}
          </Loadable>
          {!closing && <CloseForm />}
        </Stack>
      )}
    </Page>
  );
}

/** How it stands, and the one button that undoes it. */
function Standing({ closing }: { closing: ShopClosing }) {
  const t = useTranslations('closing');
  const format = useFormat();
  const takeBack = useTakeBack();
  const nowMs = Date.now();
  const closesAtMs = Date.parse(closing.closesAt);
  const date = format.lastDay(closesAtMs, nowMs);
  const until = format.lastDay(Date.parse(closing.reopenUntil), nowMs);
  const earns = Date.parse(closing.earnsUntil) >= closesAtMs;
  const titleOfOpen =
    closesAtMs - nowMs < DAY_MS
      ? t('closesNow', { time: format.dateTime(closesAtMs, nowMs) })
      : t('closesTitle', { date });
  const textOfClosed = closing.mayReopen ? t('closed', { until }) : t('closedOver');
  return (
    <Paper withBorder p="lg" role="status">
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h4">
          {closing.isClosed ? t('closedTitle', { date }) : titleOfOpen}
        </Title>
        <Text>{closing.isClosed ? textOfClosed : t(earns ? 'closes' : 'closesUnearned')}</Text>
        <ProblemAlert error={takeBack.error} />
        {closing.mayReopen && (
          <SubmitButton pending={takeBack.isPending} onClick={() => takeBack.mutate(null)}>
            {closing.isClosed ? t('reopen') : t('keep')}
          </SubmitButton>
        )}
      </Stack>
    </Paper>
  );
}
