import { Button, Group } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconLink, IconPlus, IconQrcode, IconTableImport } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { Empty } from '../parts/empty.tsx';
import { ButtonLink } from '../parts/links.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { SearchField, useTypedSearch } from '../parts/search-field.tsx';
import { useShop } from '../session/session.ts';
import { AddMember } from './add-member.tsx';
import { memberListQuery } from './api.ts';
import { MemberCards } from './member-cards.tsx';
import { MembersTable } from './members-table.tsx';
import { type MembersSearch, membersSearch } from './search.ts';

/** Finds a member by phone, name, e-mail or number, and adds the ones who are not there yet. */
export function MembersPage() {
  const t = useTranslations('members');
  const common = useTranslations('common');
  const { me } = useShop();
  const address = useSearch({ from: '/shop/members' });
  const { search = '', sort = 'joined', direction } = address;
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const navigate = useNavigate();
  const [adding, { open, close }] = useDisclosure(false);
  const list = useInfiniteQuery(memberListQuery(search, sort, direction ?? 'desc'));
  const { typed, type, clear } = useTypedSearch(search, (text) => {
    void navigate({ to: '/members', search: membersSearch({ ...address, search: text }), replace: true });
  });
  const sortBy = (next: MembersSearch) => {
    void navigate({ to: '/members', search: membersSearch({ ...next, search }), replace: true });
  };
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
              <ImportLink />
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
                      {common('clearFilters')}
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
                action={
                  <Group justify="center">
                    {me.role !== 'clerk' && <ImportLink />}
                    <Button onClick={open}>{t('add')}</Button>
                  </Group>
                }
              />
            );
          }
          return (
            <>
              {isPhone ? (
                <MemberCards items={items} sort={sort} onSort={(column) => sortBy({ sort: column })} />
              ) : (
                <MembersTable
                  items={items}
                  sort={sort}
                  rising={direction === 'asc'}
                  onSort={(column, rising) =>
                    sortBy({ sort: column, ...(rising && { direction: 'asc' as const }) })
                  }
                />
              )}
              <ListEnd list={list} tooMany={pages.some((page) => page.tooMany)} />
            </>
          );
        }}
      </Loadable>
      <AddMember opened={adding} onClose={close} search={typed} />
    </Page>
  );
}

function ImportLink() {
  const t = useTranslations('imports');
  return (
    <ButtonLink
      to="/members/import"
      variant="default"
      leftSection={<IconTableImport size={18} aria-hidden />}
    >
      {t('open')}
    </ButtonLink>
  );
}
