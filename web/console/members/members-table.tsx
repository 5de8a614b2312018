import { Badge, Group, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { AnchorLink } from '../parts/links.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import type { MemberList } from './api.ts';
import { memberName, spacedNumber } from './model.ts';
import type { MemberSort } from './search.ts';

export type ListedMember = MemberList['items'][number];
type Props = {
  items: readonly ListedMember[];
  sort: MemberSort;
  rising: boolean;
  onSort: (column: MemberSort) => void;
};

/** Members as a table: a column's head sorts the whole list, not the page. */
export function MembersTable({ items, ...sorting }: Props) {
  const t = useTranslations('members');
  const { shop } = useShop();
  const format = useFormat();
  const nowMs = Date.now();
  const day = (at: string) => format.date(Date.parse(at), nowMs);
  return (
    <Table.ScrollContainer minWidth={720} type="native">
      <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('member')}</Table.Th>
            <SortHead column="available" {...sorting} />
            <SortHead column="spent" {...sorting} />
            <SortHead column="lastVisit" {...sorting} />
            <SortHead column="joined" {...sorting} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((member) => (
            <Table.Tr key={member.id}>
              <Table.Td>
                <Stack gap={0}>
                  <Group gap="xs">
                    <AnchorLink to="/members/$memberId" params={{ memberId: member.id }} fw={600}>
                      {memberName(member)}
                    </AnchorLink>
                    <MemberBadges member={member} />
                  </Group>
                  <Text size="sm" c="dimmed" className="figures" style={{ overflowWrap: 'anywhere' }}>
                    {contactOf(member)}
                  </Text>
                </Stack>
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {format.count(member.availablePoints)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {member.spentMinor === 0 ? '–' : format.money(member.spentMinor, shop.currency)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {member.lastVisitAt === null ? t('neverCame') : day(member.lastVisitAt)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                <Stack gap={0}>
                  {day(member.createdAt)}
                  {member.joinedFrom && (
                    <Text size="sm" c="dimmed">
                      {t(`joinSource.${member.joinedFrom}`)}
                    </Text>
                  )}
                </Stack>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function SortHead({ column, sort, rising, onSort }: Omit<Props, 'items'> & { column: MemberSort }) {
  const t = useTranslations('members');
  const chosen = sort === column;
  const Arrow = rising ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th aria-sort={chosen ? (rising ? 'ascending' : 'descending') : 'none'} ta="right">
      <UnstyledButton onClick={() => onSort(column)} mih={44} fw={chosen ? 700 : 600} fz="sm">
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {t(`sorts.${column}`)}
          <Arrow size={16} aria-hidden style={{ visibility: chosen ? 'visible' : 'hidden' }} />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
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
