import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { moved } from '../design/model.ts';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SortableList } from '../parts/sortable-list.tsx';
import { orderRewards, REWARDS_KEY, type ShelvedReward } from './api.ts';
import { RewardPicture } from './reward-picture.tsx';
import { useRewardName } from './use-reward-name.ts';

/** The shelf in the order that members see. */
export function ShelfOrder({ rewards, onDone }: { rewards: ShelvedReward[]; onDone: () => void }) {
  const t = useTranslations('rewards');
  const common = useTranslations('common');
  const nameOf = useRewardName();
  const [ids, setIds] = useState(() => rewards.map(({ id }) => id));
  const byId = new Map(rewards.map((reward) => [reward.id, reward]));
  const edited = ids.some((id, place) => id !== rewards[place]?.id);
  const save = useSubmission({
    send: (order: string[], key) => orderRewards(order, key),
    refresh: [REWARDS_KEY],
    onSuccess() {
      notifyDone(t('order.saved'));
      onDone();
    },
  });
  const nameOfId = (id: string) => {
    const reward = byId.get(id);
    return reward ? nameOf(reward) : '';
  };
  const words = {
    help: t('order.help'),
    drag: (name: string) => t('order.drag', { name }),
    up: (name: string) => t('order.up', { name }),
    down: (name: string) => t('order.down', { name }),
    place: (name: string, place: number) => t('order.place', { name, place }),
  };
  return (
    <Stack>
      <LeaveGuard edited={edited && !save.isPending} />
      <Text c="dimmed">{t('order.what')}</Text>
      <SortableList
        ids={ids}
        nameOf={nameOfId}
        words={words}
        onMove={(from, to) => setIds((before) => moved(before, from, to))}
        className="sortableRows"
      >
        {(id) => ({
          body: (
            <>
              <RewardPicture url={byId.get(id)?.draft.pictureUrl ?? null} side={44} />
              <Text fw={600} lineClamp={2} style={{ flex: 1, minWidth: 0 }}>
                {nameOfId(id)}
              </Text>
            </>
          ),
        })}
      </SortableList>
      <ProblemAlert error={save.error} />
      <Group className="packBar" p="sm" bg="var(--mantine-color-body)">
        <Button loading={save.isPending} disabled={!edited} onClick={() => save.mutate(ids)}>
          {common('save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {common('back')}
        </Button>
      </Group>
    </Stack>
  );
}
