import { Badge, Button, Group, Paper, ScrollArea, Stack, Tabs, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { Empty } from '../parts/empty.tsx';
import { ButtonLink } from '../parts/links.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { SearchField, useTypedSearch } from '../parts/search-field.tsx';
import { type ListedRedemption, redemptionListQuery } from './api.ts';
import { actionsFor, countOfTab, stateOfTab } from './model.ts';
import { RedemptionRow } from './redemption-row.tsx';
import { REDEMPTION_TABS, type RedemptionTab, redemptionsSearch, tabShown } from './search.ts';
import { ShipNow } from './ship-now.tsx';

/** What members redeemed, by what there is to do about it, or by what somebody reads out. */
export function RedemptionsPage() {
  const t = useTranslations('redemptions');
  const address = useSearch({ from: '/shop/redemptions' });
  const { search } = address;
  const tab = tabShown(address);
  const navigate = useNavigate();
  const state = stateOfTab(tab);
  const list = useInfiniteQuery(
    redemptionListQuery({ ...(state !== null && { state }), ...(search !== undefined && { search }) }),
  );
  const counts = list.data?.pages[0]?.counts;
  const chosenTab = useRef<HTMLButtonElement>(null);
  const counted = counts !== undefined;
  // On a phone the tabs run past the edge, further once their figures are there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect looks at what these two have drawn
  useEffect(() => {
    chosenTab.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [tab, counted]);
  const choose = (value: string | null) => {
    const chosen = REDEMPTION_TABS.find((known) => known === value) ?? 'to_ship';
    void navigate({ to: '/redemptions', search: redemptionsSearch({ search, tab: chosen }), replace: true });
  };
  const { typed, type, clear } = useTypedSearch(search ?? '', (text) => {
    void navigate({ to: '/redemptions', search: redemptionsSearch({ search: text }), replace: true });
  });
  return (
    <Page
      title={t('title')}
      actions={
        <ButtonLink to="/redemptions/verify" variant="default">
          {t('verify')}
        </ButtonLink>
      }
    >
      <SearchField label={t('search')} typed={typed} onType={type} />
      <Tabs value={tab} onChange={choose} keepMounted={false}>
        <ScrollArea scrollbarSize={0} type="never" viewportProps={{ tabIndex: -1 }}>
          <Tabs.List style={{ flexWrap: 'nowrap' }}>
            {REDEMPTION_TABS.map((each) => (
              <Tabs.Tab
                key={each}
                value={each}
                ref={each === tab ? chosenTab : undefined}
                rightSection={<TabCount tab={each} counts={counts} />}
              >
                {t(`tabs.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </ScrollArea>
        {REDEMPTION_TABS.map((each) => (
          <Tabs.Panel key={each} value={each} pt="md">
            <Stack>
              <Loadable query={list} rows={5} rowHeight={84}>
                {({ pages }) => {
                  const items = pages.flatMap((page) => page.items);
                  if (items.length === 0 && search !== undefined) {
                    return (
                      <Empty
                        title={t('noMatch', { search })}
                        detail={t('noMatchHint')}
                        action={
                          <Button variant="default" onClick={clear}>
                            {t('clearSearch')}
                          </Button>
                        }
                      />
                    );
                  }
                  if (items.length === 0) {
                    return (
                      <Empty
                        title={t(`empty.${each}`)}
                        {...(each === 'all' ? { detail: t('emptyHint') } : {})}
                      />
                    );
                  }
                  return (
                    <>
                      <Paper
                        withBorder
                        component="ul"
                        p={0}
                        m={0}
                        style={{ listStyle: 'none', overflow: 'hidden' }}
                      >
                        {items.map((redemption) => (
                          <RedemptionRow
                            key={redemption.id}
                            redemption={redemption}
                            action={isToSend(each, redemption) && <ShipNow redemption={redemption} />}
                          />
                        ))}
                      </Paper>
                      <ListEnd list={list} />
                    </>
                  );
                }}
              </Loadable>
            </Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

/** On the lists of what is to be sent; whoever asked to cancel is answered first. */
function isToSend(tab: RedemptionTab, redemption: ListedRedemption): boolean {
  const asked = redemption.cancelRequest?.state === 'open';
  return (tab === 'to_ship' || tab === 'in_fulfilment') && !asked && actionsFor(redemption).includes('ship');
}

function TabCount({ tab, counts }: { tab: RedemptionTab; counts: Record<string, number> | undefined }) {
  const count = counts ? countOfTab(tab, counts) : null;
  if (count === null || count === 0 || tab === 'undone') return null;
  const pressing = tab === 'to_ship' || tab === 'cancel_requests' || tab === 'refunds';
  return (
    <Group component="span" gap={0}>
      <Badge circle={count < 10} variant={pressing ? 'filled' : 'default'} className="figures">
        <Text component="span" inherit>
          {count}
        </Text>
      </Badge>
    </Group>
  );
}
