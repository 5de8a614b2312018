import { Badge, Chip, Group, ScrollArea, Skeleton, Stack, Tabs } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { redemptionListQuery } from './api.ts';
import { countOfList, filterOf, shownCount } from './model.ts';
import { PARTS, REDEMPTION_TABS, type RedemptionListName, type RedemptionTab, tabOf } from './search.ts';

type Props = {
  /** Null while it is not decided which. */
  list: RedemptionListName | null;
  search: string | undefined;
  onChoose: (list: RedemptionListName) => void;
  children: ReactNode;
};

/** What stands where, with how many: a tab for each thing to do, below it the parts that it has. */
export function RedemptionTabs({ list, search, onChoose, children }: Props) {
  const t = useTranslations('redemptions');
  const { data } = useInfiniteQuery({
    ...redemptionListQuery(filterOf(list ?? 'all', search)),
    enabled: list !== null,
  });
  const counts = data?.pages[0]?.counts;
  const tab = list && tabOf(list);
  const chosenTab = useRef<HTMLButtonElement>(null);
  const counted = counts !== undefined;
  // On a phone the tabs run past the edge, further once their figures are there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect looks at what these two have drawn
  useEffect(() => {
    chosenTab.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [tab, counted]);
  // A part that is all of its tab, or nothing, is no choice.
  const parts = tab === null ? [] : partsToChoose(tab, list, counts);
  return (
    <Tabs
      value={tab}
      onChange={(value) => onChoose(REDEMPTION_TABS.find((known) => known === value) ?? 'all')}
      keepMounted={false}
    >
      <ScrollArea scrollbarSize={0} type="never" viewportProps={{ tabIndex: -1 }}>
        <Tabs.List style={{ flexWrap: 'nowrap' }}>
          {REDEMPTION_TABS.map((each) => (
            <Tabs.Tab
              key={each}
              value={each}
              ref={each === tab ? chosenTab : undefined}
              rightSection={<TabCount tab={each} counts={counts} />}
            >
              {t(`tabs.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </ScrollArea>
      {tab === null ? (
        <Skeleton height={84} mt="md" role="status" aria-label={t('title')} />
      ) : (
        <Tabs.Panel value={tab} pt="md">
          <Stack>
            {parts.length > 0 && search === undefined && (
              <Chip.Group
                value={list === tab ? tab : list}
                onChange={(value) => onChoose([tab, ...parts].find((known) => known === value) ?? tab)}
              >
                <Group gap="xs">
                  {[tab, ...parts].map((part) => (
                    <Chip key={part} value={part} variant="outline" size="sm">
                      {t(`parts.${part}`)} {shownCount(countOfList(part, counts ?? {}) ?? 0)}
                    </Chip>
                  ))}
                </Group>
              </Chip.Group>
            )}
            {children}
          </Stack>
        </Tabs.Panel>
      )}
    </Tabs>
  );
}

function partsToChoose(
  tab: RedemptionTab,
  list: RedemptionListName | null,
  counts: Record<string, number> | undefined,
): RedemptionListName[] {
  const filled = PARTS[tab].filter((part) => part === list || (counts?.[part] ?? 0) > 0);
  return filled.length > 1 || tab === 'all' || filled.some((part) => part === list) ? filled : [];
}

/** Work stands out; what is only on its way does not. */
const PRESSING: readonly RedemptionTab[] = ['to_ship', 'after_sales'];

function TabCount({ tab, counts }: { tab: RedemptionTab; counts: Record<string, number> | undefined }) {
  const count = counts ? countOfList(tab, counts) : null;
  if (count === null || count === 0) return null;
  return (
    <Badge
      component="span"
      circle={count < 10}
      variant={PRESSING.includes(tab) ? 'filled' : 'default'}
      className="figures"
      style={{ flexShrink: 0, overflow: 'visible' }}
      styles={{ label: { overflow: 'visible' } }}
    >
      {shownCount(count)}
    </Badge>
  );
}
