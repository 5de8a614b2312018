import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { minorPerMajor } from '../../../src/domain/money.ts';
import { rewardsQuery } from '../catalogue/api.ts';
import { ButtonLink } from '../parts/links.tsx';
import { programmeQuery } from '../programme/api.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { type Advice, adviceOf } from './advice.ts';
import { figuresQuery, type Home } from './api.ts';

const LEADS_TO = {
  slow_to_ship: '/redemptions',
  running_out: '/rewards',
  first_reward_too_far: '/rewards/new',
  stale_shelf: '/rewards/new',
} as const satisfies Record<Advice['about'], string>;

/** What the shop might do next: two things at most, each with its reason and one button. */
export function AdviceCards({ home }: { home: Home }) {
  const t = useTranslations('home.advice');
  const { shop } = useShop();
  const rewards = useQuery(rewardsQuery);
  const programme = useQuery(programmeQuery);
  const figures = useQuery(figuresQuery('30'));
  if (!rewards.data || !programme.data || !figures.data) return null;
  const live = rewards.data.items.filter(({ state }) => state === 'live');
  const prices = live.flatMap(({ draft }) => draft.pointsEach ?? []);
  const { amountMinor, purchases } = figures.data.sales.now;
  const advice = adviceOf({
    nowMs: Date.now(),
    oldestToShipMs: home.oldestToShipAt === null ? null : Date.parse(home.oldestToShipAt),
    nearlyGone: home.nearlyGone,
    cheapestPoints: prices.length > 0 ? Math.min(...prices) : null,
    newestRewardMs: live.length > 0 ? Math.max(...live.map(({ createdAt }) => Date.parse(createdAt))) : null,
    earning: programme.data.live,
    averageOrder:
      purchases > 0 && amountMinor > 0 ? amountMinor / purchases / minorPerMajor(shop.currency) : null,
  });
  if (advice.length === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-labelledby="advice">
      <Title order={2} id="advice">
        {t('title')}
      </Title>
      {advice.map((each) => (
        <Card key={each.about} advice={each} />
      ))}
    </Stack>
  );
}

function Card({ advice }: { advice: Advice }) {
  const t = useTranslations('home.advice');
  const format = useFormat();
  const reason = () => {
    switch (advice.about) {
      case 'slow_to_ship':
        return t('slow_to_ship.why', { hours: advice.hours });
      case 'running_out':
        return t('running_out.why', { count: advice.count });
      case 'first_reward_too_far':
        return t('first_reward_too_far.why', {
          cheapest: format.points(advice.cheapestPoints),
          first: format.points(advice.firstPoints),
        });
      case 'stale_shelf':
        return t('stale_shelf.why', { days: advice.days });
    }
  };
  return (
    <Paper withBorder p="md">
      <Stack gap={4} align="flex-start">
        <Text fw={600}>{t(`${advice.about}.title`)}</Text>
        <Text size="sm">{reason()}</Text>
        <Text size="sm" c="dimmed">
          {t(`${advice.about}.effect`)}
        </Text>
        <ButtonLink to={LEADS_TO[advice.about]} variant="light" mt="xs">
          {t(`${advice.about}.go`)}
        </ButtonLink>
      </Stack>
    </Paper>
  );
}
