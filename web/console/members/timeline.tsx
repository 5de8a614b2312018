import { Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { FREEZE_REASONS } from '../../../src/domain/ledger/freeze.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { Empty } from '../parts/empty.tsx';
import { AnchorLink } from '../parts/links.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { useFormat } from '../session/use-format.ts';
import { type TimelineItem, timelineQuery } from './api.ts';
import { EntryLine } from './entry-lines.tsx';
import { LETTER_KINDS, TOLD_STATES } from './model.ts';

/** A member's whole story, newest first: points, her account, redemptions' steps, questions and letters. */
export function Timeline({ memberId }: { memberId: string }) {
  const t = useTranslations('members');
  const list = useInfiniteQuery(timelineQuery(memberId));
  return (
    <Loadable query={list} rows={4}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Empty title={t('noEntries')} />;
        return (
          <>
            <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((item) =>
                item.kind === 'entry' ? (
                  <EntryLine key={keyOf(item)} entry={item.entry} memberId={memberId} />
                ) : (
                  <EventLine key={keyOf(item)} item={item} memberId={memberId} />
                ),
              )}
            </Paper>
            <ListEnd list={list} />
          </>
        );
      }}
    </Loadable>
  );
}

type Event = Exclude<TimelineItem, { kind: 'entry' }>;

function EventLine({ item, memberId }: { item: Event; memberId: string }) {
  const format = useFormat();
  const { title, detail } = useEventWords(item);
  return (
    <li style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Group px="md" py="sm" gap="sm">
        <Stack gap={0} style={{ minWidth: 0 }}>
          {item.kind === 'redemption' ? (
            <AnchorLink
              to="/redemptions/$memberId/$redemptionId"
              params={{ memberId, redemptionId: item.redemptionId }}
              fw={600}
            >
              {title}
            </AnchorLink>
          ) : (
            <Text fw={600}>{title}</Text>
          )}
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[detail, format.dateTime(Date.parse(item.at), Date.now())].filter(Boolean).join(' · ')}
          </Text>
        </Stack>
      </Group>
    </li>
  );
}

function useEventWords(item: Event): { title: string; detail: string | null } {
  const t = useTranslations('members');
  const { locale } = useLanguage();
  switch (item.kind) {
    case 'account': {
      const reason = FREEZE_REASONS.find((known) => known === item.reason);
      const because = item.event === 'opened' || !reason ? null : t(`freezeReasons.${reason}`);
      return {
        title: t(`accountEvents.${item.event}`),
        detail: [because, item.note].filter(Boolean).join(' · ') || null,
      };
    }
    case 'redemption': {
      const state = TOLD_STATES.find((known) => known === item.state);
      const name = item.names[locale] ?? Object.values(item.names)[0] ?? '';
      return {
        title: state ? t(`redemptionSteps.${state}`) : item.state,
        detail: `${name} × ${item.quantity}`,
      };
    }
    case 'question':
      return { title: t(item.isAnswer ? 'answeredLine' : 'askedLine'), detail: item.text };
    case 'letter': {
      const kind = LETTER_KINDS.find((known) => known === item.letterKind);
      return { title: t('letterLine'), detail: kind ? t(`letterKinds.${kind}`) : null };
    }
  }
}

function keyOf(item: TimelineItem): string {
  switch (item.kind) {
    case 'entry':
      return `entry/${item.entry.seq}`;
    case 'account':
      return `account/${item.seq}`;
    case 'redemption':
      return `redemption/${item.redemptionId}/${item.state}/${item.at}`;
    case 'question':
      return `question/${item.questionId}/${item.isAnswer}`;
    case 'letter':
      return `letter/${item.key}`;
  }
}
