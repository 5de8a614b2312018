import { Badge, Group, Paper, SimpleGrid, Stack, Tabs, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Empty } from '../parts/empty.tsx';
import { ButtonLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { useFormat } from '../session/use-format.ts';
import { type Reward, rewardsQuery } from './api.ts';
import { REWARD_TABS, type RewardTab, termsInForce } from './model.ts';
import { RewardPicture } from './reward-picture.tsx';
import { ShelfTimeWords } from './shelf-times.tsx';
import { useRewardName } from './use-reward-name.ts';

/** What points buy here: live, drafts, stopped, archived. */
export function RewardsPage() {
  const t = useTranslations('rewards');
  const rewards = useQuery(rewardsQuery);
  const add = (
    <ButtonLink to="/rewards/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('add')}
    </ButtonLink>
  );
  return (
    <Page title={t('title')} actions={add}>
      <Loadable query={rewards} rows={3} rowHeight={112}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('none')} detail={t('noneDetail')} action={add} />
          ) : (
            <RewardTabs rewards={items} />
          )
        }
      </Loadable>
    </Page>
  );
}

function RewardTabs({ rewards }: { rewards: Reward[] }) {
  const t = useTranslations('rewards');
  const inTab = (tab: RewardTab) => rewards.filter((reward) => reward.state === tab);
  const [tab, setTab] = useState<string | null>(
    () => REWARD_TABS.find((each) => inTab(each).length > 0) ?? 'live',
  );
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false}>
      <Tabs.List>
        {REWARD_TABS.filter((each) => each !== 'archived' || inTab(each).length > 0).map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t('tab', { state: t(`states.${each}`), count: inTab(each).length })}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {REWARD_TABS.map((each) => (
        <Tabs.Panel key={each} value={each} pt="md">
          {inTab(each).length === 0 ? (
            <Empty title={t('tabEmpty')} />
          ) : (
            <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
              {inTab(each).map((reward) => (
                <RewardCard key={reward.id} reward={reward} />
              ))}
            </SimpleGrid>
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function RewardCard({ reward }: { reward: Reward }) {
  const t = useTranslations('rewards');
  const format = useFormat();
  const nameOf = useRewardName();
  const { published, draft } = reward;
  const points = published ? termsInForce(published, Date.now()).pointsEach : draft.pointsEach;
  return (
    <Paper withBorder style={{ overflow: 'hidden' }}>
      <Link to="/rewards/$rewardId" params={{ rewardId: reward.id }} className="rowLink">
        <Group wrap="nowrap" gap="sm" p="sm" align="flex-start">
          <RewardPicture url={reward.draft.pictureUrl} side={84} />
          <Stack gap={2} style={{ minWidth: 0 }}>
            <Text fw={600} lineClamp={2}>
              {nameOf(reward)}
            </Text>
            <Text className="figures">{points === null ? t('noPrice') : format.points(points)}</Text>
            <Text size="sm" c="dimmed" className="figures">
              <StockWords reward={reward} />
            </Text>
            <Text size="sm" c="dimmed" className="figures">
              <ShelfTimeWords reward={reward} />
            </Text>
            {reward.state === 'live' && reward.hasUnpublishedChanges && (
              <Badge
                variant="light"
                color="orange"
                tt="none"
                styles={{ label: { color: 'var(--mantine-color-text)' } }}
              >
                {t('unpublished')}
              </Badge>
            )}
          </Stack>
        </Group>
      </Link>
    </Paper>
  );
}

/** How many are left, and how many are promised to redemptions under way. */
export function StockWords({ reward: { stock, draft } }: { reward: Reward }) {
  const t = useTranslations('rewards');
  if (stock === null) return draft.units === null ? t('unlimited') : t('willHave', { units: draft.units });
  return stock.unlimited
    ? t('unlimited')
    : t('left', { units: stock.availableUnits, taken: stock.takenUnits });
}
