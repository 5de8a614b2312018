/**
 * What a stock holds and whether it gives anything out. I5: available + reserved + taken = stocked,
 * none of them below zero. Nothing is counted down where it is unlimited, so there `availableUnits`
 * stays 0 and `stockedUnits` is what has been given out.
 */
export type StockLevel = {
  unlimited: boolean;
  stopped: boolean;
  stockedUnits: number;
  availableUnits: number;
  reservedUnits: number;
  takenUnits: number;
};

export function emptyLevel(unlimited: boolean): StockLevel {
  return { unlimited, stopped: false, stockedUnits: 0, availableUnits: 0, reservedUnits: 0, takenUnits: 0 };
}

/** The units of a reservation move between three places; `stocked` is where they come from and go to. */
type Place = 'available' | 'reserved' | 'taken';

/** Moves units from one place to another. Throws where I5 would break: that is a bug, not a refusal. */
export function moveUnits(level: StockLevel, from: Place, to: Place, units: number): StockLevel {
  const moved = { ...level };
  if (from === 'reserved') moved.reservedUnits -= units;
  if (from === 'taken') moved.takenUnits -= units;
  if (to === 'reserved') moved.reservedUnits += units;
  if (to === 'taken') moved.takenUnits += units;
  if (level.unlimited) {
    if (from === 'available') moved.stockedUnits += units;
    if (to === 'available') moved.stockedUnits -= units;
  } else {
    if (from === 'available') moved.availableUnits -= units;
    if (to === 'available') moved.availableUnits += units;
  }
  return assertLevel(moved);
}

/** Adds units to what is stocked, or takes available ones away. */
export function addUnits(level: StockLevel, deltaUnits: number): StockLevel {
  return assertLevel({
    ...level,
    stockedUnits: level.stockedUnits + deltaUnits,
    availableUnits: level.availableUnits + deltaUnits,
  });
}

/** True where I5 holds. */
export function isSoundLevel(level: StockLevel): boolean {
  const { stockedUnits, availableUnits, reservedUnits, takenUnits } = level;
  const units = [stockedUnits, availableUnits, reservedUnits, takenUnits];
  return (
    units.every((count) => Number.isSafeInteger(count) && count >= 0) &&
    availableUnits + reservedUnits + takenUnits === stockedUnits
  );
}

function assertLevel(level: StockLevel): StockLevel {
  if (!isSoundLevel(level)) throw new Error('units would not add up (I5)');
  return level;
}
