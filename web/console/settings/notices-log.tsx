import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { NOTICE_KINDS } from '../../../src/domain/staff-notice.ts';
import { isolated } from '../../../src/messages/isolated.ts';
import { LetterStateBadge } from '../letters/state-badge.tsx';
import { Empty } from '../parts/empty.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { type NoticeLine, noticeLogQuery } from './notices-api.ts';

/** The letters of late: to an owner everybody's, to a manager her own. */
export function NoticesLog() {
  const t = useTranslations('notices');
  const { me } = useShop();
  const list = useInfiniteQuery(noticeLogQuery);
  const isOwner = me.role === 'owner';
  return (
    <Stack component="section" gap="sm" aria-labelledby="notices-log">
      <Title order={2} id="notices-log">
        {t('log')}
      </Title>
      <Text c="dimmed">{t(isOwner ? 'logAll' : 'logMine')}</Text>
      <Loadable query={list} rows={4} rowHeight={64}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={t('none')} detail={t('noneDetail')} />;
          return (
            <>
              <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none', overflow: 'hidden' }}>
                {items.map((line) => (
                  <Line key={line.id} line={line} named={isOwner} />
                ))}
              </Paper>
              <ListEnd list={list} />
            </>
          );
        }}
      </Loadable>
    </Stack>
  );
}

function Line({ line, named }: { line: NoticeLine; named: boolean }) {
  const t = useTranslations('notices');
  const { state, failure, name } = line;
  const when = useWhen(line);
  return (
    <li style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Group justify="space-between" wrap="nowrap" px="md" py="sm" gap="sm">
        <Stack gap={0} style={{ minWidth: 0 }}>
          <Text fw={600} className="figures" style={{ overflowWrap: 'anywhere' }}>
            {useTold(line)}
          </Text>
          <Text size="sm" c="dimmed" className="figures" style={{ overflowWrap: 'anywhere' }}>
            {named && `${isolated(name ?? t('somebody'))} · `}
            {when}
          </Text>
          {failure && <Text size="sm">{t(`failures.${failure}`)}</Text>}
        </Stack>
        <LetterStateBadge state={state} />
      </Group>
    </li>
  );
}

/** What the letter told. */
function useTold({ kind, told, state }: NoticeLine): string {
  const t = useTranslations('notices');
  if (kind === 'staff_test') return t('testLetter');
  if (told === null) return t(state === 'skipped' ? 'nothingLeft' : 'untold');
  return NOTICE_KINDS.flatMap((each) => {
    const count = told[each];
    return count === undefined ? [] : [t(`told.${each}`, { count })];
  }).join(' · ');
}

function useWhen({ state, tries, createdAt, doneAt, dueAt }: NoticeLine): string {
  const t = useTranslations('notices');
  const format = useFormat();
  const time = format.dateTime(Date.parse(doneAt ?? dueAt ?? createdAt), Date.now());
  switch (state) {
    case 'sent':
      return t('sentAt', { time });
    case 'waiting':
      return tries > 0 ? t('triesAgain', { time, tries }) : t('dueAt', { time });
    case 'failed':
      return t('gaveUp', { time, tries });
    default:
      return t('doneAt', { time });
  }
}
