import { Stack, Tabs } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { BringMembers } from '../parts/bring-members.tsx';
import { Empty } from '../parts/empty.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { type QuestionTab, questionListQuery } from './api.ts';
import { QuestionCard } from './question-card.tsx';
import { questionsSearch } from './search.ts';

const TABS: readonly QuestionTab[] = ['open', 'answered'];

/** What members asked: the one that waits longest stands first, ready to be answered. */
export function QuestionsPage() {
  const t = useTranslations('questions');
  const { tab = 'open' } = useSearch({ from: '/shop/questions' });
  const navigate = useNavigate();
  const list = useInfiniteQuery(questionListQuery(tab));
  return (
    <Page title={t('title')} back={{ to: '/', label: t('toHome') }}>
      <Tabs
        value={tab}
        onChange={(chosen) =>
          void navigate({ to: '/questions', search: questionsSearch({ tab: chosen }), replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`tabs.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((each) => (
          <Tabs.Panel key={each} value={each} pt="md">
            <Loadable query={list} rows={3} rowHeight={140}>
              {({ pages }) => {
                const items = pages.flatMap((page) => page.items);
                if (items.length === 0) {
                  return (
                    <Empty title={t(`none.${each}`)} detail={t('noneDetail')} action={<BringMembers />} />
                  );
                }
                return (
                  <Stack>
                    {items.map((question) => (
                      <QuestionCard key={question.id} question={question} />
                    ))}
                    <ListEnd list={list} />
                  </Stack>
                );
              }}
            </Loadable>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
