import { Group } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFileUpload, IconQrcode } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl/react';
import { ButtonLink } from '../parts/links.tsx';
import { Page } from '../parts/page.tsx';
import { SearchField, useTypedSearch } from '../parts/search-field.tsx';
import { useShop } from '../session/session.ts';
import { type ListedRedemption, redemptionListQuery } from './api.ts';
import { RedemptionDrawer } from './redemption-drawer.tsx';
import { RedemptionList } from './redemption-list.tsx';
import { RedemptionTabs } from './redemption-tabs.tsx';
import {
  firstList,
  listShown,
  openName,
  type RedemptionListName,
  readOpen,
  redemptionsSearch,
} from './search.ts';

/** What members redeemed, by what there is to do about it, or by what somebody reads out. */
export function RedemptionsPage() {
  const t = useTranslations('redemptions');
  const address = useSearch({ from: '/shop/redemptions' });
  const { search, open } = address;
  const { me } = useShop();
  const navigate = useNavigate();
  const list = useListShown();
  const wide = useMediaQuery('(min-width: 62em)', false, { getInitialValueInEffect: false });
  const go = (next: Parameters<typeof redemptionsSearch>[0], replace: boolean) =>
    void navigate({ to: '/redemptions', search: redemptionsSearch(next), replace, resetScroll: false });
  const { typed, type, clear } = useTypedSearch(search ?? '', (text) => go({ search: text }, true));
  const openBeside = (redemption: ListedRedemption) => {
    if (wide) go({ ...address, tab: list, open: openName(redemption) }, false);
    return wide;
  };
  return (
    <Page
      title={t('title')}
      actions={
        <Group gap="sm">
          {me.role !== 'clerk' && (
            <ButtonLink
              to="/redemptions/ship-by-file"
              variant="default"
              leftSection={<IconFileUpload size={18} aria-hidden />}
            >
              {t('file.open')}
            </ButtonLink>
          )}
          <ButtonLink
            to="/redemptions/verify"
            variant="default"
            leftSection={<IconQrcode size={18} aria-hidden />}
          >
            {t('verify')}
          </ButtonLink>
        </Group>
      }
    >
      <SearchField label={t('search')} typed={typed} onType={type} />
      <RedemptionTabs list={list} search={search} onChoose={(tab) => go({ search, tab }, true)}>
        {list && <RedemptionList list={list} search={search} onClear={clear} onOpen={openBeside} />}
      </RedemptionTabs>
      <RedemptionDrawer
        name={wide ? readOpen(open) : null}
        onClose={() => go({ ...address, open: undefined }, true)}
      />
    </Page>
  );
}

/** The list that the address names; without a name the first in which work waits, which it then names. */
function useListShown(): RedemptionListName | null {
  const address = useSearch({ from: '/shop/redemptions' });
  const navigate = useNavigate();
  const list = listShown(address);
  const all = useInfiniteQuery({ ...redemptionListQuery({}), enabled: list === null });
  const counts = all.data?.pages[0]?.counts;
  const first = list === null && counts !== undefined ? firstList(counts) : null;
  useEffect(() => {
    if (first !== null) void navigate({ to: '/redemptions', search: { tab: first }, replace: true });
  }, [first, navigate]);
  // Where even that can't be read, the list of everything says so.
  return list ?? (all.isError ? 'all' : null);
}
