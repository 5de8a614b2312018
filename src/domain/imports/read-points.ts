const UNIT = /\s*(积分|點數|点数|分|點|点|points?|pts?\.?)$/i;
/** Thousands stand apart by a comma or a space; zeros after a point change nothing. */
const WHOLE = /^(\d+|\d{1,3}([,  ]\d{3})+)(\.0+)?$/;

/** How many points a cell says, or why it says none: nothing is rounded and nothing guessed. */
export function readPoints(
  cell: string,
): number | 'missing' | 'negative' | 'not_whole' | 'not_points' | 'too_many' {
  const plain = cell.normalize('NFKC').trim().replace(UNIT, '').replace(/^\+/, '');
  if (plain === '') return 'missing';
  if (WHOLE.test(plain)) {
    const points = Number(plain.replace(/\.0+$/, '').replace(/\D/g, ''));
    return Number.isSafeInteger(points) ? points : 'too_many';
  }
  if (/^[-−(]\s*[\d.,]+\)?$/.test(plain)) return 'negative';
  return /^[\d,]*\.\d+$/.test(plain) ? 'not_whole' : 'not_points';
}
