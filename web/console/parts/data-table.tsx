import { Group, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type ColumnDef, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';

const features = tableFeatures({ rowSortingFeature });

/** A column: its head, and what stands in a row's cell. One that sorts is named as the address names it. */
export type DataColumn<Row extends object> = ColumnDef<typeof features, Row>;

type Props<Row extends object> = {
  /** Said to who hears the table. */
  label: string;
  rows: readonly Row[];
  columns: DataColumn<Row>[];
  rowId: (row: Row) => string;
  /** Columns of figures and dates: these stand at the end of their cells. */
  figures?: readonly string[];
  minWidth?: number;
  /** The server sorts the whole list: a head asks for another order, the most first. */
  sorting?: { by: string; rising: boolean; onSort: (by: string, rising: boolean) => void };
};

/** Rows under heads, by TanStack Table: it keeps columns, order and what a press on a head means. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { label, rows, columns, rowId, sorting, figures = [], minWidth = 720 } = props;
  const order = sorting ? [{ id: sorting.by, desc: !sorting.rising }] : [];
  const table = useTable({
    features,
    data: rows,
    columns,
    getRowId: rowId,
    defaultColumn: { enableSorting: false, sortDescFirst: true },
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting: order },
    onSortingChange(change) {
      const [next] = typeof change === 'function' ? change(order) : change;
      if (next) sorting?.onSort(next.id, !next.desc);
    },
  });
  const lookOf = (id: string) =>
    figures.includes(id) ? ({ ta: 'right', style: { whiteSpace: 'nowrap' } } as const) : {};
  return (
    <Table.ScrollContainer minWidth={minWidth} type="native">
      <Table aria-label={label} verticalSpacing="sm" horizontalSpacing="md" highlightOnHover withTableBorder>
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {group.headers.map((header) => {
                const { column } = header;
                const sorted = column.getIsSorted();
                const Arrow = sorted === 'asc' ? IconArrowUp : IconArrowDown;
                return column.getCanSort() ? (
                  <Table.Th
                    key={header.id}
                    aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : 'none'}
                    {...lookOf(column.id)}
                  >
                    <UnstyledButton
                      onClick={() => column.toggleSorting()}
                      mih={44}
                      fw={sorted ? 700 : 600}
                      fz="sm"
                    >
                      <Group gap={4} justify="flex-end" wrap="nowrap">
                        <table.FlexRender header={header} />
                        <Arrow size={16} aria-hidden style={{ visibility: sorted ? 'visible' : 'hidden' }} />
                      </Group>
                    </UnstyledButton>
                  </Table.Th>
                ) : (
                  <Table.Th key={header.id} {...lookOf(column.id)}>
                    <table.FlexRender header={header} />
                  </Table.Th>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {table.getRowModel().rows.map((row) => (
            <Table.Tr key={row.id}>
              {row.getAllCells().map((cell) => (
                <Table.Td key={cell.id} className="figures" {...lookOf(cell.column.id)}>
                  <table.FlexRender cell={cell} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
