import { type Outcome, refuse } from '../domain/outcome.ts';
import type { Database } from '../object/database.ts';
import { type ExportPart, type ExportRequest, fillExportPage } from '../object/export-page.ts';
import { transportKeysAfter } from '../object/keys.ts';
import type { StockExport } from './contract.ts';
import type { StockStore } from './store.ts';

type Part = ExportPart<StockExport>;

/** A page of everything that the stock holds: its head and level in each, reservations and keys in turn. */
export function exportState(
  from: { store: StockStore; database: Database },
  head: Omit<StockExport, 'reservations' | 'transportKeys' | 'nextCursor'>,
  request: ExportRequest,
): Outcome<StockExport> {
  const state: StockExport = { ...head, reservations: [], transportKeys: [], nextCursor: null };
  const parts = [reservationsOf(from.store), transportKeysOf(from.database)];
  const nextCursor = fillExportPage(state, parts, request);
  if (nextCursor === undefined)
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  return { ok: true, value: { ...state, nextCursor }, replayed: false, seq: state.headSeq };
}

const reservationsOf =
  (store: StockStore): Part =>
  (after, limit) => {
    const [redemptionId, lineId] = Array.isArray(after) ? after.map(String) : [];
    return store.reservationsAfter([redemptionId ?? '', lineId ?? ''], limit).map(({ seq: _, ...each }) => ({
      key: [each.redemptionId, each.lineId],
      adds: { reservations: [each] },
    }));
  };

const transportKeysOf =
  (database: Database): Part =>
  (after, limit) =>
    transportKeysAfter(database, String(after ?? ''), limit).map((kept) => ({
      key: kept.key,
      adds: { transportKeys: [kept] },
    }));
