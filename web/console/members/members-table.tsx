import { Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { joinLinksQuery } from '../join-links/api.ts';
import { type DataColumn, DataTable } from '../parts/data-table.tsx';
import { AnchorLink } from '../parts/links.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import type { MemberList } from './api.ts';
import { memberName, spacedNumber } from './model.ts';
import { MEMBER_SORTS, type MemberSort } from './search.ts';

export type ListedMember = MemberList['items'][number];
type Props = {
  items: readonly ListedMember[];
  sort: MemberSort;
  rising: boolean;
  onSort: (sort: MemberSort, rising: boolean) => void;
};

/** Members as a table: a column's head sorts the whole list, not the page. */
export function MembersTable({ items, sort, rising, onSort }: Props) {
  const t = useTranslations('members');
  const { shop } = useShop();
  const format = useFormat();
  const joinedBy = useJoinedBy(items);
  const day = (at: string) => format.date(Date.parse(at), Date.now());
  const columns: DataColumn<ListedMember>[] = [
    { id: 'member', header: t('member'), cell: ({ row }) => <WhoCell member={row.original} /> },
    {
      id: 'available',
      header: t('sorts.available'),
      enableSorting: true,
      accessorFn: ({ availablePoints }) => format.count(availablePoints),
    },
    {
      id: 'spent',
      header: t('sorts.spent'),
      enableSorting: true,
      accessorFn: ({ spentMinor }) => (spentMinor === 0 ? '–' : format.money(spentMinor, shop.currency)),
    },
    {
      id: 'lastVisit',
      header: t('sorts.lastVisit'),
      enableSorting: true,
      accessorFn: ({ lastVisitAt }) => (lastVisitAt === null ? t('neverCame') : day(lastVisitAt)),
    },
    {
      id: 'joined',
      header: t('sorts.joined'),
      enableSorting: true,
      accessorFn: ({ createdAt }) => day(createdAt),
    },
    { id: 'joinedBy', header: t('joinedBy'), accessorFn: joinedBy },
  ];
  return (
    <DataTable
      label={t('title')}
      rows={items}
      columns={columns}
      rowId={({ id }) => id}
      figures={MEMBER_SORTS}
      minWidth={820}
      sorting={{
        by: sort,
        rising,
        onSort: (by, next) => onSort(MEMBER_SORTS.find((each) => each === by) ?? sort, next),
      }}
    />
  );
}

function WhoCell({ member }: { member: ListedMember }) {
  return (
    <Stack gap={0}>
      <Group gap="xs">
        <AnchorLink to="/members/$memberId" params={{ memberId: member.id }} fw={600}>
          {memberName(member)}
        </AnchorLink>
        <MemberBadges member={member} />
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {contactOf(member)}
      </Text>
    </Stack>
  );
}

/** What brought each of them: the name of the shop's own link, else the way she came. */
export function useJoinedBy(items: readonly ListedMember[]): (member: ListedMember) => string {
  const t = useTranslations('members');
  const byLink = items.some(({ joinLinkId }) => joinLinkId !== null);
  const links = useQuery({ ...joinLinksQuery, enabled: byLink }).data?.links;
  return ({ joinLinkId, joinedFrom }) =>
    links?.find(({ id }) => id === joinLinkId)?.name ?? (joinedFrom ? t(`joinSource.${joinedFrom}`) : '–');
}

/** What is to be known of her before anything else. */
export function MemberBadges({ member }: { member: ListedMember }) {
  const t = useTranslations('members');
  return (
    <>
      {member.isTest && member.state !== 'erased' && (
        <Badge variant="light" color="gray" autoContrast style={{ flexShrink: 0 }}>
          {t('testMember')}
        </Badge>
      )}
      {member.frozenAt !== null && (
        <Badge color="red" variant="light" autoContrast style={{ flexShrink: 0 }}>
          {t('frozen')}
        </Badge>
      )}
      {member.state !== 'active' && (
        <Badge color="gray" autoContrast style={{ flexShrink: 0 }}>
          {t('notActive')}
        </Badge>
      )}
    </>
  );
}

/** Her number and how she is reached, but for what she is called by already. */
export function contactOf(member: ListedMember): string {
  return [spacedNumber(member.number), member.phone, member.email]
    .filter((part) => part !== null && part !== memberName(member))
    .join(' · ');
}
