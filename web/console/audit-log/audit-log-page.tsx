import { Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { Empty } from '../parts/empty.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { useFormat } from '../session/use-format.ts';
import { type AuditLine, auditLogQuery } from './api.ts';
import { actionWords } from './model.ts';

/** Who did what in this shop, newest first. */
export function AuditLogPage() {
  const t = useTranslations('auditLog');
  const settings = useTranslations('settings');
  const list = useInfiniteQuery(auditLogQuery);
  return (
    <Page
      title={settings('auditLog.title')}
      back={{ to: '/settings', label: settings('title') }}
      note={t('note')}
    >
      <Loadable query={list} rows={6} rowHeight={56}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={t('none')} />;
          return (
            <>
              <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
                {items.map((line) => (
                  <LogLine key={line.id} line={line} />
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

function LogLine({ line }: { line: AuditLine }) {
  const t = useTranslations('auditLog');
  const format = useFormat();
  const words = actionWords(line.action);
  const who = line.actorName ?? t(line.actorKind === 'api' ? 'byApi' : 'bySystem');
  return (
    <li style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Stack gap={0} px="md" py="sm">
        <Text>{words === null ? line.action : t(`actions.${words}`)}</Text>
        <Text size="sm" c="dimmed" className="figures" style={{ overflowWrap: 'anywhere' }}>
          {[who, format.dateTime(Date.parse(line.at), Date.now()), line.target].filter(Boolean).join(' · ')}
        </Text>
      </Stack>
    </li>
  );
}
