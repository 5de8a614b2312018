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
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Switch, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconIdBadge2 } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import type { DesignContent } from '../../../src/domain/design/look.ts';
import type { GroupProps } from './group.ts';
import { moved, replaced } from './model.ts';

type Block = DesignContent['blocks'][number];

/** What stands on the home page and in which order: by dragging, by the keyboard, or by the arrows. */
export function BlocksGroup({ content: { blocks }, change }: GroupProps) {
  const t = useTranslations('design');
  // A finger that scrolls is not one that drags.
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (id: unknown) => blocks.findIndex(({ block }) => block === id);
  const nameOf = (id: unknown) => {
    const found = blocks.find(({ block }) => block === id);
    return found ? t(`blocks.${found.block}`) : '';
  };
  const move = (from: number, to: number) => change({ blocks: moved(blocks, from, to) }, null);
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) move(placeOf(active.id), placeOf(over.id));
  };
  const said = (id: unknown, over: unknown) =>
    t('blockPlace', { block: nameOf(id), place: placeOf(over ?? id) + 1 });
  const announcements: Announcements = {
    onDragStart: ({ active }) => said(active.id, active.id),
    onDragOver: ({ active, over }) => said(active.id, over?.id),
    onDragEnd: ({ active, over }) => said(active.id, over?.id),
    onDragCancel: ({ active }) => said(active.id, active.id),
  };
  return (
    <div>
      <Text size="sm" c="dimmed" mb="sm">
        {t('blocksWhat')}
      </Text>
      <div className="designBlock" data-fixed>
        <IconIdBadge2 size={20} aria-hidden />
        <span className="designBlockName">
          {t('memberCard')}{' '}
          <Text span size="sm" c="dimmed">
            {t('memberCardWhat')}
          </Text>
        </span>
      </div>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={drop}
        accessibility={{ announcements, screenReaderInstructions: { draggable: t('dragHelp') } }}
      >
        <SortableContext items={blocks.map(({ block }) => block)} strategy={verticalListSortingStrategy}>
          <ol className="designBlocks">
            {blocks.map((item, place) => (
              <SortableBlock
                key={item.block}
                item={item}
                first={place === 0}
                last={place === blocks.length - 1}
                onMove={(by) => move(place, place + by)}
                onShow={(shown) =>
                  change({ blocks: replaced(blocks, place, { shown }) }, `blocks.${item.block}`)
                }
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
    </div>
  );
}

type SortableBlockProps = {
  item: Block;
  first: boolean;
  last: boolean;
  onMove: (by: 1 | -1) => void;
  onShow: (shown: boolean) => void;
};

function SortableBlock({ item, first, last, onMove, onShow }: SortableBlockProps) {
  const t = useTranslations('design');
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({
      id: item.block,
    });
  const block = t(`blocks.${item.block}`);
  return (
    <li
      ref={setNodeRef}
      className="designBlock"
      data-dragging={isDragging || undefined}
      data-hidden={!item.shown || undefined}
      style={{ transform: CSS.Transform.toString(transform), transition }}
    >
      <ActionIcon
        ref={setActivatorNodeRef}
        variant="subtle"
        color="gray"
        className="designGrip"
        {...attributes}
        {...listeners}
        aria-label={t('blockDrag', { block })}
      >
        <IconGripVertical size={20} aria-hidden />
      </ActionIcon>
      <span className="designBlockName">{block}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={first}
        onClick={() => onMove(-1)}
        aria-label={t('blockUp', { block })}
      >
        <IconArrowUp size={20} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={last}
        onClick={() => onMove(1)}
        aria-label={t('blockDown', { block })}
      >
        <IconArrowDown size={20} aria-hidden />
      </ActionIcon>
      <Switch
        size="md"
        checked={item.shown}
        onChange={({ currentTarget }) => onShow(currentTarget.checked)}
        aria-label={t('blockShown', { block })}
      />
    </li>
  );
}
