import type { ListedCells } from '../../src/domain/imports/listed-row.ts';

export type TrialRow = { row: number; cells: ListedCells };

/** What can be wrong with a row of paper cards, one of each in turn. */
const WRONG: ((cells: ListedCells) => ListedCells)[] = [
  (cells) => ({ ...cells, phone: '12' }),
  (cells) => ({ ...cells, phone: '1.38E+10' }),
  (cells) => ({ ...cells, phone: '' }),
  (cells) => ({ ...cells, points: '12.5' }),
  (cells) => ({ ...cells, points: '-20' }),
  (cells) => ({ ...cells, points: '=SUM(A1:A9)' }),
  (cells) => ({ ...cells, expires: '2026-02-30' }),
  (cells) => ({ ...cells, expires: '2019-12-31' }),
  (cells) => ({ ...cells, phone: '13900000000' }),
];

/** That many people with a balance each, and among them rows that are wrong, spread evenly. */
export function listOf({ members, wrong }: { members: number; wrong: number }): TrialRow[] {
  const every = wrong === 0 ? Number.POSITIVE_INFINITY : Math.floor((members + wrong) / wrong);
  let faults = 0;
  return Array.from({ length: members + wrong }, (_, place) => {
    const cells: ListedCells = {
      phone: `139${String(place).padStart(8, '0')}`,
      displayName: `会员 ${place}`,
      points: String((place * 37) % 2_000),
      ...(place % 3 === 0 ? { expires: `${new Date().getUTCFullYear() + 1}/12/31` } : {}),
      note: `No. ${place}`,
    };
    const isWrong = place % every === every - 1 && faults < wrong;
    const spoil = WRONG[faults % WRONG.length];
    if (isWrong) faults += 1;
    return { row: place + 2, cells: isWrong && spoil ? spoil(cells) : cells };
  });
}
