import { Badge, Button, Group, SimpleGrid, Stack, Tabs } from '@mantine/core';
import { IconArrowsSort, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Empty } from '../parts/empty.tsx';
import { ButtonLink } from '../parts/links.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { rewardsQuery, type Shelf } from './api.ts';
import { REWARD_TABS, type RewardTab, tabOfReward } from './model.ts';
import { RewardCard } from './reward-card.tsx';

const SuggestedRewards = lazy(() =>
  import('./suggested-rewards.tsx').then(({ SuggestedRewards: loaded }) => ({ default: loaded })),
);
const ShelfOrder = lazy(() =>
  import('./shelf-order.tsx').then(({ ShelfOrder: loaded }) => ({ default: loaded })),
);

/** What points buy here: on the shelf, drafts, sold out, off the shelf. */
export function RewardsPage() {
  const t = useTranslations('rewards');
  const rewards = useQuery(rewardsQuery);
  const [ordering, setOrdering] = useState(false);
  const onShelf = rewards.data?.items.filter(({ state }) => state === 'live') ?? [];
  return (
    <Page
      title={t('title')}
      actions={
        <Group gap="sm">
          {onShelf.length > 1 && !ordering && (
            <Button
              variant="default"
              leftSection={<IconArrowsSort size={18} aria-hidden />}
              onClick={() => setOrdering(true)}
            >
              {t('order.begin')}
            </Button>
          )}
          <ButtonLink to="/rewards/new" leftSection={<IconPlus size={18} aria-hidden />}>
            {t('add')}
          </ButtonLink>
        </Group>
      }
    >
      <Loadable query={rewards} rows={3} rowHeight={220}>
        {(shelf) => {
          if (shelf.items.length === 0)
            return (
              <Suspense fallback={<Empty title={t('none')} detail={t('noneDetail')} />}>
                <SuggestedRewards />
              </Suspense>
            );
          if (ordering)
            return (
              <Suspense fallback={null}>
                <ShelfOrder rewards={onShelf} onDone={() => setOrdering(false)} />
              </Suspense>
            );
          return <RewardTabs shelf={shelf} />;
        }}
      </Loadable>
    </Page>
  );
}

function RewardTabs({ shelf }: { shelf: Shelf }) {
  const t = useTranslations('rewards');
  const inTab = (tab: RewardTab) => shelf.items.filter((reward) => tabOfReward(reward) === tab);
  const [tab, setTab] = useState<string | null>(
    () => REWARD_TABS.find((each) => inTab(each).length > 0) ?? 'live',
  );
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false}>
      <Tabs.List>
        {REWARD_TABS.map((each) => (
          <Tabs.Tab
            key={each}
            value={each}
            rightSection={
              inTab(each).length > 0 && (
                <Badge
                  component="span"
                  circle={inTab(each).length < 10}
                  variant={each === 'soldOut' ? 'filled' : 'default'}
                  className="figures"
                  style={{ flexShrink: 0, overflow: 'visible' }}
                  styles={{ label: { overflow: 'visible' } }}
                >
                  {inTab(each).length}
                </Badge>
              )
            }
          >
            {t(`tabs.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {REWARD_TABS.map((each) => (
        <Tabs.Panel key={each} value={each} pt="md">
          {inTab(each).length === 0 ? (
            <Empty
              title={t(`tabEmpty.${each}`)}
              action={
                <ButtonLink to="/rewards/new" variant="default">
                  {t('add')}
                </ButtonLink>
              }
            />
          ) : (
            <Stack>
              <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing={{ base: 'sm', sm: 'md' }}>
                {inTab(each).map((reward) => (
                  <RewardCard key={reward.id} reward={reward} days={shelf.figuresDays} />
                ))}
              </SimpleGrid>
              <ListEnd />
            </Stack>
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
