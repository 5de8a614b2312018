import type { Rational } from './programme.ts';

/** The smallest whole amount that earns whole points: 1/2 is "¥2 earns 1 point". */
export function rateInWholes({ numerator, denominator }: Rational): { majors: number; points: number } {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { majors: denominator / divisor, points: numerator / divisor };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.max(a, 1) : greatestCommonDivisor(b, a % b);
}
