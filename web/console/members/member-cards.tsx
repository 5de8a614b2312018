import { Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { contactOf, type ListedMember, MemberBadges, useJoinedBy } from './members-table.tsx';
import { memberName } from './model.ts';
import { MEMBER_SORTS, type MemberSort } from './search.ts';

/** Members on a phone: a card each, in the order that is chosen above them. */
export function MemberCards({
  items,
  sort,
  onSort,
}: {
  items: readonly ListedMember[];
  sort: MemberSort;
  onSort: (sort: MemberSort) => void;
}) {
  const t = useTranslations('members');
  const joinedBy = useJoinedBy(items);
  return (
    <Stack gap="sm">
      <NativeSelect
        aria-label={t('sortBy')}
        value={sort}
        onChange={({ currentTarget }) => onSort(currentTarget.value as MemberSort)}
        data={MEMBER_SORTS.map((value) => ({ value, label: t(`sortedBy.${value}`) }))}
      />
      <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none', overflow: 'hidden' }}>
        {items.map((member) => (
          <MemberCard key={member.id} member={member} source={joinedBy(member)} />
        ))}
      </Paper>
    </Stack>
  );
}

function MemberCard({ member, source }: { member: ListedMember; source: string }) {
  const t = useTranslations('members');
  const format = useFormat();
  const { shop } = useShop();
  const lastVisit =
    member.lastVisitAt && t('cameOn', { date: format.date(Date.parse(member.lastVisitAt), Date.now()) });
  const spent =
    member.spentMinor > 0 && t('spentYear', { amount: format.money(member.spentMinor, shop.currency) });

  return (
    <li style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Link to="/members/$memberId" params={{ memberId: member.id }} className="rowLink">
        <Group justify="space-between" wrap="nowrap" px="md" py="sm" gap="sm" align="flex-start">
          <Stack gap={0} style={{ minWidth: 0 }}>
            <Group gap="xs">
              <Text fw={600} truncate>
                {memberName(member)}
              </Text>
              <MemberBadges member={member} />
            </Group>
            <Text size="sm" c="dimmed" className="figures" truncate>
              {contactOf(member)}
            </Text>
            <Text size="sm" c="dimmed" className="figures">
              {[spent, lastVisit, source === '–' ? '' : source].filter(Boolean).join(' · ')}
            </Text>
          </Stack>
          <Text className="figures" fw={600} style={{ whiteSpace: 'nowrap' }}>
            {format.points(member.availablePoints)}
          </Text>
        </Group>
      </Link>
    </li>
  );
}
