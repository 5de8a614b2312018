import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { spacedNumber } from '../members/model.ts';
import { Empty } from '../parts/empty.tsx';
import { Age } from '../redemptions/age.tsx';
import { useFormat } from '../session/use-format.ts';
import type { RecentEvent } from './api.ts';
import { eventWords } from './model.ts';

/** The last movements of the shop, each a sentence that leads to its member or redemption. */
export function RecentEvents({ events }: { events: RecentEvent[] }) {
  const t = useTranslations('home');
  const told = events.filter((event) => eventWords(event.type) !== null);
  return (
    <Stack gap="sm" component="section" aria-labelledby="recent">
      <Title order={2} id="recent">
        {t('recent')}
      </Title>
      {told.length === 0 ? (
        <Empty title={t('recentNone')} detail={t('recentNoneDetail')} />
      ) : (
        <Paper
          withBorder
          component="ul"
          className="recentList"
          p={0}
          m={0}
          style={{ listStyle: 'none', overflow: 'hidden' }}
        >
          {told.map((event) => (
            <EventLine key={event.id} event={event} />
          ))}
        </Paper>
      )}
    </Stack>
  );
}

function EventLine({ event }: { event: RecentEvent }) {
  const t = useTranslations('home');
  const format = useFormat();
  const words = eventWords(event.type);
  if (words === null) return null;
  const name = isolated(
    event.memberName ?? (event.memberNumber ? spacedNumber(event.memberNumber) : t('someone')),
  );
  const moved = format.points(Math.abs(event.points ?? 0));
  const points = event.cash
    ? `${moved} + ${format.money(event.cash.amountMinor, event.cash.currency)}`
    : moved;
  const sentence =
    words === 'adjusted' && (event.points ?? 0) < 0
      ? t('events.adjustedDown', { name, points })
      : t(`events.${words}`, { name, points });
  const line = (
    <Group justify="space-between" wrap="nowrap" px="md" py="sm" gap="sm">
      <Text style={{ minWidth: 0 }}>{sentence}</Text>
      <span style={{ whiteSpace: 'nowrap' }}>
        <Age atMs={Date.parse(event.at)} late={false} />
      </span>
    </Group>
  );
  return (
    <li style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      {event.redemptionId ? (
        <Link
          to="/redemptions/$memberId/$redemptionId"
          params={{ memberId: event.memberId, redemptionId: event.redemptionId }}
          className="rowLink"
        >
          {line}
        </Link>
      ) : (
        <Link to="/members/$memberId" params={{ memberId: event.memberId }} className="rowLink">
          {line}
        </Link>
      )}
    </li>
  );
}
