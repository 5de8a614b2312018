import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { orderRewards, REWARDS_KEY, type ShelvedReward } from './api.ts';
import { RewardPicture } from './reward-picture.tsx';
import { useRewardName } from './use-reward-name.ts';

/** The shelf in the order that members see: by dragging, by the keyboard, or by the arrows. */
export function ShelfOrder({ rewards, onDone }: { rewards: ShelvedReward[]; onDone: () => void }) {
  const t = useTranslations('rewards');
  const common = useTranslations('common');
  const nameOf = useRewardName();
  const [ids, setIds] = useState(() => rewards.map(({ id }) => id));
  const byId = new Map(rewards.map((reward) => [reward.id, reward]));
  const edited = ids.some((id, place) => id !== rewards[place]?.id);
  // A finger that scrolls is not one that drags.
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const save = useSubmission({
    send: (order: string[], key) => orderRewards(order, key),
    refresh: [REWARDS_KEY],
    onSuccess() {
      notifyDone(t('order.saved'));
      onDone();
    },
  });
  const nameOfId = (id: unknown) => {
    const reward = byId.get(String(id));
    return reward ? nameOf(reward) : '';
  };
  const placeOf = (id: unknown) => ids.indexOf(String(id));
  const move = (from: number, to: number) => setIds((before) => arrayMove(before, from, to));
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) move(placeOf(active.id), placeOf(over.id));
  };
  const said = (id: unknown, over: unknown) =>
    t('order.place', { name: nameOfId(id), place: placeOf(over ?? id) + 1 });
  const announcements: Announcements = {
    onDragStart: ({ active }) => said(active.id, active.id),
    onDragOver: ({ active, over }) => said(active.id, over?.id),
    onDragEnd: ({ active, over }) => said(active.id, over?.id),
    onDragCancel: ({ active }) => said(active.id, active.id),
  };
  return (
    <Stack>
      <LeaveGuard edited={edited && !save.isPending} />
      <Text c="dimmed">{t('order.what')}</Text>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={drop}
        accessibility={{ announcements, screenReaderInstructions: { draggable: t('order.help') } }}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <Paper withBorder component="ol" p={0} m={0} style={{ listStyle: 'none', overflow: 'hidden' }}>
            {ids.map((id, place) => {
              const reward = byId.get(id);
              return reward ? (
                <SortableReward
                  key={id}
                  reward={reward}
                  name={nameOf(reward)}
                  first={place === 0}
                  last={place === ids.length - 1}
                  onMove={(by) => move(place, place + by)}
                />
              ) : null;
            })}
          </Paper>
        </SortableContext>
      </DndContext>
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

type RowProps = {
  reward: ShelvedReward;
  name: string;
  first: boolean;
  last: boolean;
  onMove: (by: 1 | -1) => void;
};

function SortableReward({ reward, name, first, last, onMove }: RowProps) {
  const t = useTranslations('rewards');
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: reward.id });
  return (
    <li
      ref={setNodeRef}
      className="rowWithAction"
      style={{
        transform: CSS.Transform.toString(transform),
        transition,
        background: 'var(--mantine-color-body)',
        ...(isDragging && { position: 'relative', zIndex: 1, boxShadow: 'var(--mantine-shadow-md)' }),
      }}
    >
      <Group wrap="nowrap" gap="sm" p="xs" w="100%">
        <ActionIcon
          ref={setActivatorNodeRef}
          variant="subtle"
          color="gray"
          style={{ touchAction: 'none', cursor: 'grab' }}
          aria-label={t('order.drag', { name })}
          {...attributes}
          {...listeners}
        >
          <IconGripVertical size={20} aria-hidden />
        </ActionIcon>
        <RewardPicture url={reward.draft.pictureUrl} side={44} />
        <Text fw={600} lineClamp={2} style={{ flex: 1, minWidth: 0 }}>
          {name}
        </Text>
        <ActionIcon
          variant="default"
          disabled={first}
          aria-label={t('order.up', { name })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          disabled={last}
          aria-label={t('order.down', { name })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
}
