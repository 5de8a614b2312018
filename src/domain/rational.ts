import { assert } from './assert.ts';
import type { Rational } from './programme/programme.ts';

/** An exact fraction of any size; the denominator is positive. */
export type Fraction = { numerator: bigint; denominator: bigint };

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

/** Whether it is what `Rational` promises: a non-negative fraction of safe integers. */
export function isRational(value: Rational): boolean {
  return (
    Number.isSafeInteger(value.numerator) &&
    Number.isSafeInteger(value.denominator) &&
    value.numerator >= 0 &&
    value.denominator >= 1
  );
}

export function fractionOf(value: Rational): Fraction {
  assert(
    isRational(value),
    `a rate is a non-negative fraction, found ${value.numerator}/${value.denominator}`,
  );
  return { numerator: BigInt(value.numerator), denominator: BigInt(value.denominator) };
}

export function add(left: Fraction, right: Fraction): Fraction {
  return reduce({
    numerator: left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  });
}

export function multiply(left: Fraction, right: Fraction): Fraction {
  return reduce({
    numerator: left.numerator * right.numerator,
    denominator: left.denominator * right.denominator,
  });
}

/** The whole part of a non-negative fraction: decimals are discarded (S119). */
export function floor(value: Fraction): bigint {
  assert(value.numerator >= 0n, 'only non-negative fractions are floored');
  return value.numerator / value.denominator;
}

function reduce(value: Fraction): Fraction {
  const divisor = greatestCommonDivisor(value.numerator, value.denominator);
  return { numerator: value.numerator / divisor, denominator: value.denominator / divisor };
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
