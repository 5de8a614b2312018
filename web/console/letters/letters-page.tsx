import { Button, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { spacedNumber } from '../members/model.ts';
import { BringMembers } from '../parts/bring-members.tsx';
import { Empty } from '../parts/empty.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { useFormat } from '../session/use-format.ts';
import { type Letter, lettersQuery } from './api.ts';
import { kindWords, leadsTo } from './model.ts';
import { LetterStateBadge } from './state-badge.tsx';

const STATES = ['all', 'sent', 'waiting', 'failed', 'skipped'] as const;

/** What was written to members by e-mail: what about, to whom, when, and whether it went out. */
export function LettersPage() {
  const t = useTranslations('letters');
  const common = useTranslations('common');
  const settings = useTranslations('settings');
  const [state, setState] = useState<(typeof STATES)[number]>('all');
  const list = useInfiniteQuery(lettersQuery(state === 'all' ? null : state));
  return (
    <Page
      title={settings('letters.title')}
      back={{ to: '/settings', label: settings('title') }}
      note={t('note')}
    >
      <SegmentedControl
        aria-label={t('show')}
        value={state}
        onChange={(value) => setState(value as typeof state)}
        data={STATES.map((value) => ({ value, label: t(value === 'all' ? 'all' : `states.${value}`) }))}
      />
      <Loadable query={list} rows={6} rowHeight={64}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return state === 'all' ? (
              <Empty title={t('none')} detail={t('noneDetail')} action={<BringMembers />} />
            ) : (
              <Empty
                title={t('noneOfState')}
                action={
                  <Button variant="default" onClick={() => setState('all')}>
                    {common('clearFilters')}
                  </Button>
                }
              />
            );
          return (
            <>
              <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none', overflow: 'hidden' }}>
                {items.map((letter) => (
                  <LetterLine key={letter.id} letter={letter} />
                ))}
              </Paper>
              <ListEnd list={list} />
            </>
          );
        }}
      </Loadable>
    </Page>
  );
}

function LetterLine({ letter }: { letter: Letter }) {
  const t = useTranslations('letters');
  const format = useFormat();
  const { kind, state, createdAt, doneAt, nextTryAt, tries, memberName, memberNumber } = letter;
  const words = kindWords(kind);
  const name = memberName ?? (memberNumber ? spacedNumber(memberNumber) : t('closed'));
  const at = (moment: string) => format.dateTime(Date.parse(moment), Date.now());
  const told =
    state === 'sent' && doneAt
      ? t('sentAt', { time: at(doneAt) })
      : nextTryAt
        ? t('triesAgain', { time: at(nextTryAt), tries })
        : t('askedAt', { time: at(createdAt) });
  const line = (
    <Group justify="space-between" wrap="nowrap" px="md" py="sm" gap="sm">
      <Stack gap={0} style={{ minWidth: 0 }}>
        <Text fw={600}>{words === null ? kind : t(`kinds.${words}`)}</Text>
        <Text size="sm" c="dimmed" className="figures">
          {isolated(name)} · {told}
        </Text>
      </Stack>
      <LetterStateBadge state={state} />
    </Group>
  );
  const leads = leadsTo(letter);
  return (
    <li style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      {leads ? (
        <Link {...leads} className="rowLink">
          {line}
        </Link>
      ) : (
        line
      )}
    </li>
  );
}
