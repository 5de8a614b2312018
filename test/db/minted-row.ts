import type { TenantTable } from './tenant-table.ts';

/** Columns whose check constraint wants a certain form. */
const FORMED: Record<string, (serial: number) => string> = {
  'members.number': (serial) => String(serial).padStart(8, '0'),
  'members.birthday': () => '02-29',
};

/**
 * A row for the table as its columns ask for: a different one for every tenant and serial, in which
 * foreign keys name the tenant's row of the same serial.
 */
export function mintRow(table: TenantTable, tenantId: string, serial: number): Map<string, unknown> {
  return new Map(
    table.columns.map(({ name, type }) => [name, mintCell(table, name, type, tenantId, serial)]),
  );
}

function mintCell(table: TenantTable, column: string, type: string, tenantId: string, serial: number) {
  if (column === table.tenantColumn) return tenantId;
  const formed = FORMED[`${table.name}.${column}`];
  if (formed) return formed(serial);
  const parent = table.parents.find(({ columns }) => columns.includes(column));
  const named = parent
    ? `${parent.table}.${parent.parentColumns[parent.columns.indexOf(column)]}`
    : `${table.name}.${column}`;
  return mintByType(type, `${tenantId}/${named}/${serial}`, serial);
}

function mintByType(type: string, text: string, serial: number): unknown {
  switch (type) {
    case 'text':
      return text;
    case '_text':
      return [text];
    case 'int4':
    case 'int8':
      return serial;
    case 'bool':
      return false;
    case 'jsonb':
      return JSON.stringify({ text });
    case 'timestamptz':
      return new Date(serial * 1000).toISOString();
    case 'date':
      return new Date(serial * 86_400_000).toISOString().slice(0, 10);
    default:
      throw new Error(`no value is minted for columns of type ${type} yet`);
  }
}

/** The statement that inserts a minted row. */
export function insertOf(table: TenantTable, row: Map<string, unknown>): [string, unknown[]] {
  const columns = [...row.keys()].map((column) => `"${column}"`).join(', ');
  const places = [...row.keys()].map((_, index) => `$${index + 1}`).join(', ');
  return [`insert into "${table.name}" (${columns}) values (${places})`, [...row.values()]];
}
