import { Button, Checkbox, Group, Paper } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Empty } from '../parts/empty.tsx';
import { AnchorLink } from '../parts/links.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { useShop } from '../session/session.ts';
import { type ListedRedemption, redemptionListQuery } from './api.ts';
import { filterOf, isToSend } from './model.ts';
import { PackBar } from './pack-bar.tsx';
import { RedemptionRow } from './redemption-row.tsx';
import { type RedemptionListName, tabOf } from './search.ts';
import { ShipNow } from './ship-now.tsx';

type Props = {
  list: RedemptionListName;
  search: string | undefined;
  onClear: () => void;
  onOpen: (redemption: ListedRedemption) => boolean;
};

/** The redemptions of a list; what is to be sent can be ticked and packed together. */
export function RedemptionList({ list, search, onClear, onOpen }: Props) {
  const t = useTranslations('redemptions');
  const { me } = useShop();
  const query = useInfiniteQuery(redemptionListQuery(filterOf(list, search)));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const packing = tabOf(list) === 'to_ship';
  return (
    <Loadable query={query} rows={5} rowHeight={84}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <NothingListed list={list} search={search} onClear={onClear} />;
        const sendable = items.filter((each) => packing && isToSend(each));
        // What was packed or cancelled meanwhile is not ticked any more.
        const chosen = sendable.filter(({ id }) => picked.has(id));
        const pick = (ids: string[], on: boolean) => {
          const next = new Set(picked);
          for (const id of ids) on ? next.add(id) : next.delete(id);
          setPicked(next);
        };
        const mayPick = packing && me.role !== 'clerk' && sendable.length > 1;
        return (
          <>
            {mayPick && (
              <Group px={4}>
                <Checkbox
                  size="md"
                  label={t('pickAll', { count: sendable.length })}
                  checked={chosen.length === sendable.length}
                  indeterminate={chosen.length > 0 && chosen.length < sendable.length}
                  onChange={({ currentTarget }) =>
                    pick(
                      sendable.map(({ id }) => id),
                      currentTarget.checked,
                    )
                  }
                />
              </Group>
            )}
            <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none', overflow: 'hidden' }}>
              {items.map((redemption) => (
                <RedemptionRow
                  key={redemption.id}
                  redemption={redemption}
                  onOpen={onOpen}
                  action={packing && isToSend(redemption) && <ShipNow redemption={redemption} />}
                  {...(mayPick &&
                    isToSend(redemption) && {
                      pick: {
                        picked: picked.has(redemption.id),
                        onPick: (on: boolean) => pick([redemption.id], on),
                      },
                    })}
                />
              ))}
            </Paper>
            <ListEnd list={query} tooMany={pages.some((page) => page.tooMany)} />
            {mayPick && <PackBar chosen={chosen} onDone={() => setPicked(new Set())} />}
          </>
        );
      }}
    </Loadable>
  );
}

function NothingListed({ list, search, onClear }: Pick<Props, 'list' | 'search' | 'onClear'>) {
  const t = useTranslations('redemptions');
  if (search !== undefined)
    return (
      <Empty
        title={t('noMatch', { search })}
        detail={t('noMatchHint')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('clearSearch')}
          </Button>
        }
      />
    );
  if (list === 'all')
    return (
      <Empty
        title={t('empty.all')}
        detail={t('emptyHint')}
        action={<AnchorLink to="/poster">{t('emptyAction')}</AnchorLink>}
      />
    );
  return <Empty title={t(`empty.${list}`)} />;
}
