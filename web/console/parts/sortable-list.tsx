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
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What is said of an item, by its name; the words are the screen's own. */
export type SortableWords = {
  help: string;
  drag: (name: string) => string;
  up: (name: string) => string;
  down: (name: string) => string;
  place: (name: string, place: number) => string;
};

type ListProps<Id extends string> = {
  ids: readonly Id[];
  nameOf: (id: Id) => string;
  words: SortableWords;
  onMove: (from: number, to: number) => void;
  className?: string;
  itemClassName?: string;
  /** Told by the item's look alone. */
  isHidden?: (id: Id) => boolean;
  /** The item between its grip and its arrows, and what stands behind them. */
  children: (id: Id) => { body: ReactNode; behind?: ReactNode };
};

/** Items in an order that is changed by dragging, by the keyboard, or by the arrows. */
export function SortableList<Id extends string>(props: ListProps<Id>) {
  const { ids, nameOf, words, onMove, className, children, isHidden } = props;
  // A finger that scrolls is not one that drags.
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (id: unknown) => ids.indexOf(id as Id);
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onMove(placeOf(active.id), placeOf(over.id));
  };
  const said = (id: unknown, over: unknown) => {
    const moved = ids.find((each) => each === id);
    return moved === undefined ? '' : words.place(nameOf(moved), placeOf(over ?? id) + 1);
  };
  const announcements: Announcements = {
    onDragStart: ({ active }) => said(active.id, active.id),
    onDragOver: ({ active, over }) => said(active.id, over?.id),
    onDragEnd: ({ active, over }) => said(active.id, over?.id),
    onDragCancel: ({ active }) => said(active.id, active.id),
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements, screenReaderInstructions: { draggable: words.help } }}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        <ol className={className}>
          {ids.map((id, place) => (
            <SortableItem
              key={id}
              id={id}
              name={nameOf(id)}
              words={words}
              className={props.itemClassName}
              hidden={isHidden?.(id) ?? false}
              first={place === 0}
              last={place === ids.length - 1}
              onMove={(by) => onMove(place, place + by)}
              {...children(id)}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

type ItemProps = {
  id: string;
  name: string;
  words: SortableWords;
  className: string | undefined;
  hidden: boolean;
  first: boolean;
  last: boolean;
  onMove: (by: 1 | -1) => void;
  body: ReactNode;
  behind?: ReactNode;
};

function SortableItem({ id, name, words, className, hidden, first, last, onMove, body, behind }: ItemProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id });
  return (
    <li
      ref={setNodeRef}
      className={className}
      data-dragging={isDragging || undefined}
      data-hidden={hidden || undefined}
      style={{ transform: CSS.Transform.toString(transform), transition }}
    >
      <ActionIcon
        ref={setActivatorNodeRef}
        variant="subtle"
        color="gray"
        style={{ touchAction: 'none', cursor: 'grab' }}
        {...attributes}
        {...listeners}
        aria-label={words.drag(name)}
      >
        <IconGripVertical size={20} aria-hidden />
      </ActionIcon>
      {body}
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={first}
        onClick={() => onMove(-1)}
        aria-label={words.up(name)}
      >
        <IconArrowUp size={20} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={last}
        onClick={() => onMove(1)}
        aria-label={words.down(name)}
      >
        <IconArrowDown size={20} aria-hidden />
      </ActionIcon>
      {behind}
    </li>
  );
}
