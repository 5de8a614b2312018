import { Button, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { planOf } from '../../../src/domain/onboarding/plan.ts';
import type { TemplateReward } from '../../../src/domain/template/template.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import { useSubmission } from '../api/use-submission.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { onboardingQuery } from '../onboarding/api.ts';
import { industryOf } from '../onboarding/use-plan.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { REWARDS_KEY, saveReward } from './api.ts';
import { SquarePicture } from './square-picture.tsx';

/** An empty shelf offers what shops like this one begin with; each becomes a draft, to be looked over. */
export function SuggestedRewards() {
  const t = useTranslations('rewards');
  const { shop } = useShop();
  const { locale } = useLanguage();
  const format = useFormat();
  const navigate = useNavigate();
  const told = useQuery(onboardingQuery).data;
  const { currency } = shop;
  const rewards = useMemo(() => {
    const { averageOrderMinor = null, marginPercent = null } = told ?? {};
    const own = { industry: industryOf(shop.industry), currency, locale: shop.locale };
    return planOf({ averageOrderMinor, marginPercent, picks: {} }, own).rewards;
  }, [told, shop.industry, shop.locale, currency]);
  const add = useSubmission({
    send: addDraft,
    refresh: [REWARDS_KEY],
    onSuccess({ id }) {
      notifyDone(t('suggestions.added'));
      void navigate({ to: '/rewards/$rewardId', params: { rewardId: id } });
    },
  });
  return (
    <Stack>
      <div>
        <Text fw={600}>{t('none')}</Text>
        <Text c="dimmed">{t('suggestions.detail')}</Text>
      </div>
      <ProblemAlert error={add.error} />
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing={{ base: 'sm', sm: 'md' }}>
        {rewards.map(({ reward }) => (
          <Paper key={reward.key} withBorder style={{ overflow: 'hidden' }}>
            <SquarePicture url={drawingAddress(reward)} />
            <Stack gap={4} p="sm">
              <Text fw={600} lineClamp={2}>
                {pickText(reward.names, locale, shop.locale)?.text}
              </Text>
              <Text className="figures">{format.points(reward.pointsEach)}</Text>
              <Button
                variant="light"
                loading={add.isPending && add.variables.key === reward.key}
                onClick={() => add.mutate(reward)}
              >
                {t('suggestions.add')}
              </Button>
            </Stack>
          </Paper>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

const drawingAddress = ({ picture }: TemplateReward) => `/pictures/${picture}`;

/** A draft as the template has it, its drawing included; without the drawing it is a draft still. */
async function addDraft(reward: TemplateReward, key: string) {
  const { key: _key, picture: _picture, suggested: _suggested, ticked: _ticked, mix, ...fields } = reward;
  const drawing = await fetch(drawingAddress(reward))
    .then((answer) => (answer.ok ? answer.blob() : null))
    .catch(() => null);
  const picture = drawing && new File([drawing], 'picture.svg', { type: 'image/svg+xml' });
  return saveReward(
    { base: null, changes: { ...fields, mix }, picture, publish: false },
    key,
    () => undefined,
  );
}
