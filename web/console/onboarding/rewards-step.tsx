import { Button, Stack, Text } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Pick } from '../../../src/domain/onboarding/onboarding.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import { rewardsQuery } from '../catalogue/api.ts';
import { useRewardName } from '../catalogue/use-reward-name.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { OwnReward } from './own-reward.tsx';
import { RewardLine } from './reward-line.tsx';
import type { StepProps } from './step.ts';

/** Six suggestions to tick, each with its price in points, its cost and its stock; and one's own by photo. */
export function RewardsStep({ state, tell, plan }: StepProps) {
  const t = useTranslations('start.rewards');
  const { shop } = useShop();
  const { locale } = useLanguage();
  const format = useFormat();
  const nameOf = useRewardName();
  const { data } = useQuery(rewardsQuery);
  const [adding, setAdding] = useState(false);
  const pick = (key: string, chosen: Pick) => tell({ picks: { ...state.picks, [key]: chosen } });
  const own = (data?.items ?? []).filter(({ id }) => id in state.picks);
  const money = (amountMinor: number) => format.money(amountMinor, shop.currency);
  const none = plan.rewards.every(({ ticked }) => !ticked) && own.every(({ id }) => !state.picks[id]?.ticked);
  return (
    <Stack gap="md">
      <ul className="startRewards">
        {plan.rewards.map(({ reward, ticked, units }) => (
          <RewardLine
            key={reward.key}
            name={pickText(reward.names, locale, shop.locale)?.text ?? reward.key}
            pictureUrl={`/pictures/${reward.picture}`}
            price={format.points(reward.pointsEach)}
            cost={t('cost', { amount: money(reward.costMinor) })}
            ticked={ticked}
            units={units}
            counted={reward.units !== null}
            onPick={(chosen) => pick(reward.key, chosen)}
          />
        ))}
      </ul>
      {none && (
        <Text role="status" c="dimmed">
          {t('nothing')}
        </Text>
      )}
      {own.length > 0 && (
        <>
          <Text component="h2" fw={600} fz="md" m={0}>
            {t('own')}
          </Text>
          <ul className="startRewards">
            {own.map((reward) => (
              <RewardLine
                key={reward.id}
                name={nameOf(reward)}
                pictureUrl={reward.draft.pictureUrl}
                price={format.points(reward.draft.pointsEach ?? 0)}
                cost={null}
                ticked={state.picks[reward.id]?.ticked ?? false}
                units={reward.draft.units}
                counted={false}
                onPick={(chosen) => pick(reward.id, chosen)}
              />
            ))}
          </ul>
        </>
      )}
      {adding ? (
        <OwnReward
          template={plan.template}
          onAdded={(reward) => {
            pick(reward.id, { ticked: true, units: null });
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <Button
          variant="default"
          leftSection={<IconCamera size={20} aria-hidden />}
          onClick={() => setAdding(true)}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('byPhoto')}
        </Button>
      )}
    </Stack>
  );
}
