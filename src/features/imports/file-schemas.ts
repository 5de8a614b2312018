import { z } from '@hono/zod-openapi';
import { IMPORT_COLUMNS, IMPORT_ROWS_MAX, PLACE_MAX } from '../../domain/imports/listed-row.ts';
import { writtenOnLine } from '../../lib/written-schema.ts';

/** Rows in one call; a file comes in as many as it needs. */
export const ROWS_PER_CALL_MAX = 500;
/** A cell is cut by the page before it is sent; what is too long for its column is told row by row. */
const CELL_CHARACTERS_MAX = 500;

const cell = z.string().max(CELL_CHARACTERS_MAX).optional();
const cellsSchema = z.strictObject(
  Object.fromEntries(IMPORT_COLUMNS.map((column) => [column, cell])) as Record<
    (typeof IMPORT_COLUMNS)[number],
    typeof cell
  >,
);

const listedRowsSchema = z
  .array(
    z.strictObject({
      /** Its place in the file, the header's is 1. */
      row: z.int().min(1).max(PLACE_MAX),
      cells: cellsSchema,
    }),
  )
  .min(1)
  .max(ROWS_PER_CALL_MAX);

const readingSchema = {
  /** How dates with the year last are written; null where none can be read in two ways. */
  dateOrder: z.enum(['day_first', 'month_first']).nullable(),
  /** What becomes of rows about somebody who is a member already. */
  knownMembers: z.enum(['add', 'skip']),
};

export const checkRowsSchema = z
  .strictObject({ ...readingSchema, rows: listedRowsSchema })
  .openapi('CheckImportRows');
export type CheckRowsInput = z.infer<typeof checkRowsSchema>;

/** What would become of each row; `identity` is how she is known, to tell rows apart that name one person. */
export const checkedRowsSchema = z
  .object({
    rows: z.array(
      z.object({
        row: z.int(),
        outcome: z.enum(['new', 'known', 'refused']),
        points: z.int(),
        identity: z.object({
          phone: z.string().nullable(),
          email: z.string().nullable(),
          externalId: z.string().nullable(),
        }),
        memberId: z.string().nullable(),
        memberName: z.string().nullable(),
        field: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi('CheckedImportRows');
export type CheckedRow = z.infer<typeof checkedRowsSchema>['rows'][number];

export const createImportSchema = z
  .strictObject({
    name: writtenOnLine(120).min(1),
    /** SHA-256 of the file, in hexadecimal. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    rowsTotal: z.int().min(1).max(IMPORT_ROWS_MAX),
    ...readingSchema,
    /** Of points whose row names no end: as points earned today, never, or the last day. */
    expiry: z.union([z.enum(['programme', 'never']), z.iso.date()]),
    /** Says yes to a file that was brought before and not taken back. */
    again: z.boolean().default(false),
  })
  .openapi('CreateImport');
export type CreateImportInput = z.infer<typeof createImportSchema>;

export const addRowsSchema = z.strictObject({ rows: listedRowsSchema }).openapi('AddImportRows');
export type AddRowsInput = z.infer<typeof addRowsSchema>;

/** A list, and what has become of it so far. */
export const importSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    source: z.enum(['file', 'api']),
    state: z.enum(['uploading', 'running', 'done', 'reversing', 'reversed']),
    digest: z.string().nullable(),
    rowsTotal: z.int(),
    figures: z.object({
      takenRows: z.int(),
      refusedRows: z.int(),
      waitingRows: z.int(),
      newMembers: z.int(),
      knownMembers: z.int(),
      points: z.int(),
      outMembers: z.int(),
      takenPoints: z.int(),
      lapsedPoints: z.int(),
      owedPoints: z.int(),
      owingMembers: z.int(),
      writtenOffPoints: z.int(),
      closedMembers: z.int(),
    }),
    createdBy: z.string().nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    reversedAt: z.string().nullable(),
  })
  .openapi('MemberImport');
export type MemberImportAnswer = z.infer<typeof importSchema>;

export const importListSchema = z
  .object({ items: z.array(importSchema), nextCursor: z.string().nullable() })
  .openapi('MemberImportList');

export const refusedRowsSchema = z
  .object({
    items: z.array(z.object({ row: z.int(), field: z.string().nullable(), reason: z.string().nullable() })),
    nextCursor: z.string().nullable(),
  })
  .openapi('RefusedImportRows');
