import { type Fraction, floor } from '../../domain/rational.ts';

/** More than this many decimals say nothing more to a reader. */
const DECIMALS_MAX = 6;

/**
 * A fraction as a reader would write it: exactly where it ends within six decimals ("99.995"), else
 * with as many and a sign that more follow ("33.333333…").
 */
export function exactText(value: Fraction): string {
  const whole = floor(value);
  let rest = value.numerator - whole * value.denominator;
  let decimals = '';
  while (rest > 0n && decimals.length < DECIMALS_MAX) {
    rest *= 10n;
    decimals += String(rest / value.denominator);
    rest %= value.denominator;
  }
  const text = whole.toLocaleString('en-US');
  if (decimals === '') return text;
  return `${text}.${decimals}${rest > 0n ? '…' : ''}`;
}
