import { Switch, Text } from '@mantine/core';
import { IconIdBadge2 } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { SortableList } from '../parts/sortable-list.tsx';
import type { GroupProps } from './group.ts';
import { moved, replaced } from './model.ts';

/** What stands on the home page and in which order. */
export function BlocksGroup({ content: { blocks }, change }: GroupProps) {
  const t = useTranslations('design');
  const words = {
    help: t('dragHelp'),
    drag: (block: string) => t('blockDrag', { block }),
    up: (block: string) => t('blockUp', { block }),
    down: (block: string) => t('blockDown', { block }),
    place: (block: string, place: number) => t('blockPlace', { block, place }),
  };
  const isShown = (id: string) => blocks.some(({ block, shown }) => block === id && shown);
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
      <SortableList
        ids={blocks.map(({ block }) => block)}
        nameOf={(block) => t(`blocks.${block}`)}
        words={words}
        onMove={(from, to) => change({ blocks: moved(blocks, from, to) }, null)}
        className="designBlocks"
        itemClassName="designBlock"
        isHidden={(block) => !isShown(block)}
      >
        {(block) => ({
          body: <span className="designBlockName">{t(`blocks.${block}`)}</span>,
          behind: (
            <Switch
              size="md"
              checked={isShown(block)}
              onChange={({ currentTarget: { checked: shown } }) => {
                const place = blocks.findIndex((each) => each.block === block);
                change({ blocks: replaced(blocks, place, { shown }) }, `blocks.${block}`);
              }}
              aria-label={t('blockShown', { block: t(`blocks.${block}`) })}
            />
          ),
        })}
      </SortableList>
    </div>
  );
}
