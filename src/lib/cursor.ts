import { Buffer } from 'node:buffer';
import { findTextFlaw } from './storable-text.ts';

type Part = string | number;

/** Numbers in cursors are times or smaller; what no Date can hold would fail in the query. */
const MOMENT_MAX = 8_640_000_000_000_000;

/** Where a list goes on, opaque to clients so that lists may be sorted otherwise one day. */
export function encodeCursor(parts: Part[]): string {
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
}

/** The parts of a cursor that has these types, or null: what clients send back is only text. */
export function decodeCursor<const Types extends ('string' | 'number')[]>(
  cursor: string,
  types: Types,
): { [Index in keyof Types]: Types[Index] extends 'string' ? string : number } | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(parts) &&
      parts.length === types.length &&
      types.every((type, index) => typeof parts[index] === type) &&
      parts.every((part) => typeof part === 'string' || isMoment(part)) &&
      findTextFlaw(parts) === null;
    return fits ? (parts as ReturnType<typeof decodeCursor<Types>>) : null;
  } catch {
    return null;
  }
}

function isMoment(part: unknown): boolean {
  return Number.isSafeInteger(part) && Math.abs(part as number) <= MOMENT_MAX;
}
