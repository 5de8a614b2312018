import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLink, IconPlus, IconQrcode } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { Empty } from '../parts/empty.tsx';
import { ButtonLink } from '../parts/links.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { SearchField, useTypedSearch } from '../parts/search-field.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { AddMember } from './add-member.tsx';
import { type MemberList, memberListQuery } from './api.ts';
import { memberName, spacedNumber } from './model.ts';

/** Finds a member by phone, name, e-mail or number, and adds the ones who are not there yet. */
export function MembersPage() {
  const t = useTranslations('members');
  const { me } = useShop();
  const { search = '' } = useSearch({ from: '/shop/members' });
  const navigate = useNavigate();
  const [adding, { open, close }] = useDisclosure(false);
  const list = useInfiniteQuery(memberListQuery(search));
  const { typed, type, clear } = useTypedSearch(search, (text) => {
    void navigate({ to: '/members', search: text ? { search: text } : {}, replace: true });
  });
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {me.role !== 'clerk' && (
            <>
              <ButtonLink
                to="/members/join-links"
                variant="default"
                leftSection={<IconLink size={18} aria-hidden />}
              >
                {t('joinLinks')}
              </ButtonLink>
              <ButtonLink to="/poster" variant="default" leftSection={<IconQrcode size={18} aria-hidden />}>
                {t('sheets')}
              </ButtonLink>
            </>
          )}
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
            {t('add')}
          </Button>
        </>
      }
    >
      <SearchField label={t('search')} typed={typed} onType={type} />
      <Loadable query={list} rows={6}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0 && search !== '') {
            return (
              <Empty
                title={t('noMatch', { search })}
                action={
                  <Group justify="center">
                    <Button variant="default" onClick={clear}>
                      {t('clearSearch')}
                    </Button>
                    <Button onClick={open}>{t('addThis')}</Button>
                  </Group>
                }
              />
            );
          }
          if (items.length === 0) {
            return (
              <Empty
                title={t('none')}
                detail={t('noneDetail')}
                action={<Button onClick={open}>{t('add')}</Button>}
              />
            );
          }
          return (
            <>
              <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none', overflow: 'hidden' }}>
                {items.map((member) => (
                  <MemberRow key={member.id} member={member} />
                ))}
              </Paper>
              <ListEnd list={list} />
            </>
          );
        }}
      </Loadable>
      <AddMember opened={adding} onClose={close} search={typed} />
    </Page>
  );
}

function MemberRow({ member }: { member: MemberList['items'][number] }) {
  const t = useTranslations('members');
  const format = useFormat();
  return (
    <li style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
      <Link to="/members/$memberId" params={{ memberId: member.id }} className="rowLink">
        <Group justify="space-between" wrap="nowrap" px="md" py="sm" gap="sm">
          <Stack gap={0} style={{ minWidth: 0 }}>
            <Group gap="xs" wrap="nowrap">
              <Text fw={600} truncate>
                {memberName(member)}
              </Text>
              {member.isTest && member.state !== 'erased' && (
                <Badge variant="light" color="gray" autoContrast style={{ flexShrink: 0 }}>
                  {t('testMember')}
                </Badge>
              )}
            </Group>
            <Text size="sm" c="dimmed" className="figures" truncate>
              {[
                spacedNumber(member.number),
                member.phone,
                member.email,
                member.joinedFrom && t(`joinSource.${member.joinedFrom}`),
              ]
                .filter((part) => part !== null && part !== memberName(member))
                .join(' · ')}
            </Text>
          </Stack>
          <Stack gap={0} align="flex-end">
            <Text className="figures" style={{ whiteSpace: 'nowrap' }}>
              {format.points(member.balancePoints)}
            </Text>
            {member.state !== 'active' && (
              <Badge color="gray" autoContrast>
                {t('notActive')}
              </Badge>
            )}
          </Stack>
        </Group>
      </Link>
    </li>
  );
}
