import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { REWARD_LIMITS } from '../../../src/domain/catalogue/reward-limits.ts';
import { useSubmission } from '../api/use-submission.ts';
import { parsePoints } from '../members/model.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { changeUnits, REWARDS_KEY, type Reward } from './api.ts';
import { unitsAfter } from './model.ts';

type Props = { reward: Reward; stock: NonNullable<Reward['stock']> };

/** More or fewer units of a reward that is on offer; takes effect at once, without a publish. */
export function UnitsForm({ reward, stock }: Props) {
  const t = useTranslations('rewards');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const parsed = parsePoints(typed);
  const delta = parsed !== null && Math.abs(parsed) <= REWARD_LIMITS.units ? parsed : null;
  const after = delta === null ? null : unitsAfter(stock.availableUnits, delta);
  const change = useSubmission({
    send: changeUnits,
    refresh: [REWARDS_KEY],
    onSuccess() {
      notifyDone(t('unitsChanged'));
      setTyped('');
      setTried(false);
    },
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="units">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (delta !== null && after !== null) change.mutate({ rewardId: reward.id, delta });
        }}
        noValidate
      >
        <Stack gap="sm">
          <Title order={2} id="units">
            {t('units')}
          </Title>
          <Text className="figures">
            {t('unitsNow', {
              available: stock.availableUnits,
              reserved: stock.reservedUnits,
              taken: stock.takenUnits,
              stocked: stock.stockedUnits,
            })}
          </Text>
          <Group align="flex-end" gap="sm">
            <TextInput
              label={t('unitsDelta')}
              description={t('unitsDeltaHint')}
              autoComplete="off"
              w={220}
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              error={tried && after === null ? t('unitsWrong', { most: REWARD_LIMITS.units }) : undefined}
            />
            <Button type="submit" variant="default" loading={change.isPending}>
              {after === null ? t('unitsChange') : t('unitsChangeTo', { units: after })}
            </Button>
          </Group>
          <ProblemAlert error={change.error} />
        </Stack>
      </form>
    </Paper>
  );
}
