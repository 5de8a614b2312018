import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { REWARDS_KEY, type Reward, type RewardStep, rewardQuery, takeRewardStep } from './api.ts';
import { publishEffect, rewardFormOf, rewardStepsFor } from './model.ts';
import { RewardEditor } from './reward-editor.tsx';
import { ShelfTimeWords } from './shelf-times.tsx';
import { StockWords } from './stock-words.tsx';
import { UnitsForm } from './units-form.tsx';
import { useRewardName } from './use-reward-name.ts';

/** One reward: what is live, what is not published yet, its stock and its editor. */
export function RewardPage() {
  const t = useTranslations('rewards');
  const nameOf = useRewardName();
  const { rewardId } = useParams({ from: '/shop/rewards/$rewardId' });
  const reward = useQuery(rewardQuery(rewardId));
  return (
    <Page
      title={reward.data ? nameOf(reward.data) : t('one')}
      back={{ to: '/rewards', label: t('title') }}
      note={reward.data && <StateLine reward={reward.data} />}
    >
      <Loadable query={reward} rows={5} rowHeight={72}>
        {(data) => <RewardDetail reward={data} />}
      </Loadable>
    </Page>
  );
}

function StateLine({ reward }: { reward: Reward }) {
  const t = useTranslations('rewards');
  return (
    <Group component="span" gap="xs">
      <Badge variant="light" tt="none" styles={{ label: { color: 'var(--mantine-color-text)' } }}>
        {t(`states.${reward.state}`)}
      </Badge>
      <span className="figures">
        <StockWords reward={reward} />
      </span>
      <span className="figures">
        <ShelfTimeWords reward={reward} />
      </span>
    </Group>
  );
}

function RewardDetail({ reward }: { reward: Reward }) {
  const t = useTranslations('rewards');
  const { shop } = useShop();
  return (
    <Stack>
      {reward.state === 'archived' && <Text>{t('archivedNote')}</Text>}
      <RewardState reward={reward} />
      <RewardEditor
        key={reward.id}
        reward={reward}
        initial={rewardFormOf(reward.draft, shop)}
        onSaved={() => undefined}
      />
      {reward.state !== 'archived' && reward.stock && !reward.stock.unlimited && (
        <UnitsForm reward={reward} stock={reward.stock} />
      )}
    </Stack>
  );
}

/** What differs between the draft and what members see, and the steps between the states. */
function RewardState({ reward }: { reward: Reward }) {
  const t = useTranslations('rewards');
  const format = useFormat();
  const [archiving, archive] = useDisclosure(false);
  const step = useSubmission({
    send: takeRewardStep,
    refresh: [REWARDS_KEY],
    onSuccess(_reward, { step: taken }) {
      notifyDone(t(`done.${taken}`));
      archive.close();
    },
  });
  const take = (next: RewardStep) => step.mutate({ rewardId: reward.id, step: next });
  const steps = rewardStepsFor(reward);
  const next = reward.published?.next;
  return (
    <>
      {next && Date.parse(next.effectiveAt) > Date.now() && (
        <Alert color="blue" variant="light">
          {t(next.pointsEach === reward.published?.current.pointsEach ? 'nextTerms' : 'nextPrice', {
            points: format.points(next.pointsEach),
            time: format.dateTime(Date.parse(next.effectiveAt), Date.now()),
          })}
        </Alert>
      )}
      {reward.published && reward.hasUnpublishedChanges && (
        <Alert color="orange" variant="light" title={t('unpublished')}>
          <Text c="var(--mantine-color-text)">
            {t(`publishEffects.${publishEffect(reward, Date.now())}`)}
          </Text>
        </Alert>
      )}
      {step.isError && !archiving && <ProblemAlert error={step.error} />}
      <Group gap="sm">
        {steps.map((each) => (
          <Button
            key={each}
            variant={each === 'resume' ? 'filled' : 'default'}
            loading={step.isPending && step.variables.step === each}
            onClick={each === 'archive' ? archive.open : () => take(each)}
          >
            {t(`steps.${each}`)}
          </Button>
        ))}
      </Group>
      <Confirm
        opened={archiving}
        onClose={archive.close}
        title={t('archiveTitle')}
        detail={t('archiveDetail')}
        action={t('steps.archive')}
        pending={step.isPending}
        error={step.error}
        onConfirm={() => take('archive')}
      />
    </>
  );
}
