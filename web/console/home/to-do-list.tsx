import { Paper, Stack, Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { Age } from '../redemptions/age.tsx';
import { isLate } from '../redemptions/model.ts';
import type { Home } from './api.ts';
import './home.css';
import { type ToDo, toDos } from './model.ts';

/** What waits for the shop, each with the list that shows it; nothing that is empty. */
export function ToDoList({ home, opening }: { home: Home; opening: boolean }) {
  const t = useTranslations('home');
  const waiting = toDos(home);
  return (
    <Stack gap="sm" component="section" aria-labelledby="to-do">
      <Title order={2} id="to-do">
        {t('toDo')}
      </Title>
      {waiting.length === 0 ? (
        <Text c="dimmed">{t(opening ? 'nothingToShip' : 'toDoEmpty')}</Text>
      ) : (
        <div className="toDoGrid">
          {waiting.map(({ list, count }) => (
            <Paper key={list} withBorder style={{ overflow: 'hidden' }}>
              <Link
                {...leadsTo(list)}
                className="rowLink"
                style={{
                  padding: '12px 14px',
                  minHeight: 64,
                  height: '100%',
                  display: 'flex',
                  justifyContent: 'space-between',
                  alignItems: 'center',
                }}
              >
                <span>
                  <Text fw={600} className="figures">
                    {t(`lists.${list}`, { count })}
                  </Text>
                  {list === 'to_ship' && home.oldestToShipAt && (
                    <Age
                      atMs={Date.parse(home.oldestToShipAt)}
                      late={isLate('confirmed', Date.parse(home.oldestToShipAt), Date.now())}
                    />
                  )}
                </span>
                <IconChevronRight size={20} aria-hidden style={{ flex: 'none' }} />
              </Link>
            </Paper>
          ))}
        </div>
      )}
    </Stack>
  );
}

function leadsTo(list: ToDo['list']) {
  if (list === 'questions' || list === 'missing_points') return { to: '/questions' } as const;
  if (list === 'nearly_gone') return { to: '/rewards' } as const;
  return { to: '/redemptions', search: list === 'to_ship' ? {} : { tab: list } } as const;
}
