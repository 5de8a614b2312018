import { ActionIcon, Badge, Menu, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconDots, IconEyeOff } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useFormat } from '../session/use-format.ts';
import { duplicateReward, REWARDS_KEY, type ShelvedReward, takeRewardStep } from './api.ts';
import { stockLevelOf, termsInForce } from './model.ts';
import { ShelfTimeWords } from './shelf-times.tsx';
import { SquarePicture } from './square-picture.tsx';
import { StockWords } from './stock-words.tsx';
import { useRewardName } from './use-reward-name.ts';

/** A reward as it stands on the shelf, and how it does: how many are left, who redeemed it, who could. */
export function RewardCard({ reward, days }: { reward: ShelvedReward; days: number }) {
  const t = useTranslations('rewards');
  const format = useFormat();
  const nameOf = useRewardName();
  const { published, draft, figures, state } = reward;
  const points = published ? termsInForce(published, Date.now()).pointsEach : draft.pointsEach;
  const level = stockLevelOf(reward);
  const shown = state === 'live' || state === 'draft';
  return (
    <Paper withBorder style={{ overflow: 'hidden', position: 'relative' }}>
      <Link to="/rewards/$rewardId" params={{ rewardId: reward.id }} className="rowLink">
        <SquarePicture url={draft.pictureUrl} faded={!shown} />
        <Stack gap={4} p="sm">
          <Text fw={600} lineClamp={2}>
            {nameOf(reward)}
          </Text>
          <Text className="figures">{points === null ? t('noPrice') : format.points(points)}</Text>
          {level && state === 'live' && (
            <Progress
              value={level.percent}
              size={6}
              color={level.few ? 'orange' : 'pine'}
              aria-label={t('stockBar', { percent: level.percent })}
            />
          )}
          <Text size="sm" c="dimmed" className="figures">
            <StockWords reward={reward} />
          </Text>
          {state === 'live' && (
            <>
              <Text size="sm" className="figures">
                {t('redeemedLately', { count: figures.redeemed, days })}
              </Text>
              {figures.withinReach !== null && (
                <Text size="sm" className="figures">
                  {t('withinReach', { count: figures.withinReach })}
                </Text>
              )}
            </>
          )}
          <Text size="sm" c="dimmed" className="figures" component="div">
            <ShelfTimeWords reward={reward} />
          </Text>
          {(state === 'stopped' || state === 'archived') && (
            <Flag words={t(`states.${state}`)} colour="gray" />
          )}
          {state === 'live' && reward.hasUnpublishedChanges && (
            <Flag words={t('unpublished')} colour="orange" />
          )}
        </Stack>
      </Link>
      <CardMenu reward={reward} name={nameOf(reward)} />
    </Paper>
  );
}

function Flag({ words, colour }: { words: string; colour: string }) {
  return (
    <Badge
      variant="light"
      color={colour}
      tt="none"
      maw="100%"
      styles={{ label: { color: 'var(--mantine-color-text)' } }}
    >
      {words}
    </Badge>
  );
}

/** What is done to a reward without opening it. */
function CardMenu({ reward, name }: { reward: ShelvedReward; name: string }) {
  const t = useTranslations('rewards');
  const navigate = useNavigate();
  const copy = useSubmission({
    send: duplicateReward,
    refresh: [REWARDS_KEY],
    onSuccess({ id }) {
      notifyDone(t('copied'));
      void navigate({ to: '/rewards/$rewardId', params: { rewardId: id } });
    },
  });
  const step = useSubmission({
    send: takeRewardStep,
    refresh: [REWARDS_KEY],
    onSuccess: (_reward, { step: taken }) => notifyDone(t(`done.${taken}`)),
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="default"
            radius="xl"
            aria-label={t('more', { name })}
            loading={copy.isPending || step.isPending}
            style={{ position: 'absolute', top: 8, right: 8 }}
          >
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={18} aria-hidden />} onClick={() => copy.mutate(reward.id)}>
            {t('copy')}
          </Menu.Item>
          {reward.state === 'live' && (
            <Menu.Item
              leftSection={<IconEyeOff size={18} aria-hidden />}
              onClick={() => step.mutate({ rewardId: reward.id, step: 'stop' })}
            >
              {t('steps.stop')}
            </Menu.Item>
          )}
          {reward.state === 'stopped' && (
            <Menu.Item
              leftSection={<IconArrowBackUp size={18} aria-hidden />}
              onClick={() => step.mutate({ rewardId: reward.id, step: 'resume' })}
            >
              {t('steps.resume')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ProblemAlert error={copy.error ?? step.error} />
    </>
  );
}
