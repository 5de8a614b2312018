import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { Empty } from '../parts/empty.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { useFormat } from '../session/use-format.ts';
import { importListQuery, type MemberImport } from './api.ts';

const COLORS = { uploading: 'gray', running: 'orange', done: 'pine', reversing: 'orange', reversed: 'gray' };

/** Every list that was brought, newest first; one that is not at its end is gone on with from here. */
export function ImportList() {
  const t = useTranslations('imports');
  const list = useInfiniteQuery(importListQuery);
  return (
    <Loadable query={list} rows={2}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Empty title={t('none')} />;
        return (
          <>
            <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none', overflow: 'hidden' }}>
              {items.map((each) => (
                <ImportRow key={each.id} list={each} />
              ))}
            </Paper>
            <ListEnd list={list} />
          </>
        );
      }}
    </Loadable>
  );
}

function ImportRow({ list }: { list: MemberImport }) {
  const t = useTranslations('imports');
  const format = useFormat();
  const { id, name, source, state, figures, createdAt } = list;
  const members = figures.newMembers + figures.knownMembers;
  const by = list.createdBy === null || source === 'api' ? t('byApi') : isolated(list.createdBy);
  return (
    <li style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Link to="/members/import/$importId" params={{ importId: id }} className="rowLink">
        <Group justify="space-between" wrap="nowrap" px="md" py="sm" gap="sm">
          <Stack gap={0} style={{ minWidth: 0 }}>
            <Text fw={600} truncate>
              {isolated(name)}
            </Text>
            <Text size="sm" c="dimmed" className="figures">
              {source === 'api'
                ? t('lineOfApi', { members })
                : t('lineOf', { members, points: format.points(figures.points) })}
            </Text>
            <Text size="sm" c="dimmed">
              {t('byWhom', { name: by, at: format.dateTime(Date.parse(createdAt), Date.now()) })}
            </Text>
          </Stack>
          <Badge color={COLORS[state]} variant="light" autoContrast style={{ flexShrink: 0 }}>
            {t(`states.${state}`)}
          </Badge>
        </Group>
      </Link>
    </li>
  );
}
