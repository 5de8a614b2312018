import { Button, Checkbox, Group, Paper } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ColumnDef, rowSelectionFeature, tableFeatures, useTable } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { BringMembers } from '../parts/bring-members.tsx';
import { Empty } from '../parts/empty.tsx';
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

const features = tableFeatures({ rowSelectionFeature });
/** Rows are drawn by RedemptionRow: a column is there for the name of the table's shape alone. */
const COLUMNS: ColumnDef<typeof features, ListedRedemption>[] = [{ accessorKey: 'id' }];

/** The redemptions of a list; what is to be sent can be ticked and packed together. */
export function RedemptionList({ list, search, onClear, onOpen }: Props) {
  const query = useInfiniteQuery(redemptionListQuery(filterOf(list, search)));
  return (
    <Loadable query={query} rows={5} rowHeight={84}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <NothingListed list={list} search={search} onClear={onClear} />;
        const packing = tabOf(list) === 'to_ship';
        return (
          <PickableRows items={items} packing={packing} onOpen={onOpen}>
            <ListEnd list={query} tooMany={pages.some((page) => page.tooMany)} />
          </PickableRows>
        );
      }}
    </Loadable>
  );
}

type RowsProps = Pick<Props, 'onOpen'> & {
  items: readonly ListedRedemption[];
  packing: boolean;
  children: ReactNode;
};

function PickableRows({ items, packing, onOpen, children }: RowsProps) {
  const t = useTranslations('redemptions');
  const { me } = useShop();
  const table = useTable({
    features,
    columns: COLUMNS,
    data: items,
    getRowId: ({ id }) => id,
    // What was packed or cancelled meanwhile is not ticked any more.
    enableRowSelection: ({ original }) => packing && me.role !== 'clerk' && isToSend(original),
  });
  const { rows } = table.getRowModel();
  const sendable = rows.filter((row) => row.getCanSelect());
  const mayPick = sendable.length > 1;
  const chosen = sendable.filter((row) => row.getIsSelected()).map(({ original }) => original);
  return (
    <>
      {mayPick && (
        <Group px={4}>
          <Checkbox
            size="md"
            label={t('pickAll', { count: sendable.length })}
            checked={table.getIsAllRowsSelected()}
            indeterminate={chosen.length > 0 && !table.getIsAllRowsSelected()}
            onChange={table.getToggleAllRowsSelectedHandler()}
          />
        </Group>
      )}
      <Paper withBorder component="ul" p={0} m={0} style={{ listStyle: 'none', overflow: 'hidden' }}>
        {rows.map((row) => (
          <RedemptionRow
            key={row.id}
            redemption={row.original}
            onOpen={onOpen}
            action={packing && isToSend(row.original) && <ShipNow redemption={row.original} />}
            {...(mayPick &&
              row.getCanSelect() && {
                pick: {
                  picked: row.getIsSelected(),
                  onPick: (on: boolean) => row.toggleSelected(on),
                },
              })}
          />
        ))}
      </Paper>
      {children}
      {mayPick && <PackBar chosen={chosen} onDone={() => table.resetRowSelection(true)} />}
    </>
  );
}

function NothingListed({ list, search, onClear }: Pick<Props, 'list' | 'search' | 'onClear'>) {
  const t = useTranslations('redemptions');
  const common = useTranslations('common');
  if (search !== undefined)
    return (
      <Empty
        title={t('noMatch', { search })}
        detail={t('noMatchHint')}
        action={
          <Button variant="default" onClick={onClear}>
            {common('clearFilters')}
          </Button>
        }
      />
    );
  if (list === 'all')
    return <Empty title={t('empty.all')} detail={t('emptyHint')} action={<BringMembers />} />;
  return <Empty title={t(`empty.${list}`)} />;
}
