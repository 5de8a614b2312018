import type { Refusal } from '../refusal.ts';
import { addUnits, type StockLevel } from './level.ts';

export type UnitsDecision = { ok: true; level: StockLevel } | { ok: false; refusal: Refusal };

/** Adds units, or takes available ones away: what is reserved or taken is promised and stays. */
export function decideUnits(level: StockLevel, deltaUnits: number): UnitsDecision {
  if (!Number.isSafeInteger(deltaUnits) || deltaUnits === 0) return invalid('not an integer other than zero');
  if (level.unlimited) return invalid('the stock is unlimited');
  if (level.availableUnits + deltaUnits < 0)
    return { ok: false, refusal: { code: 'sold_out', remainingUnits: level.availableUnits } };
  if (!Number.isSafeInteger(level.stockedUnits + deltaUnits)) return invalid('too many units');
  return { ok: true, level: addUnits(level, deltaUnits) };
}

function invalid(reason: string): UnitsDecision {
  return { ok: false, refusal: { code: 'invalid_input', field: 'deltaUnits', reason } };
}
