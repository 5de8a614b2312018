import { minorPerMajor } from '../money.ts';
import type { EarnTrace, OrderLine, Visit } from '../order.ts';
import { assertPoints, POINTS_PER_COMMAND_MAX } from '../points.ts';
import { add, type Fraction, floor, fractionOf, multiply, ZERO } from '../rational.ts';
import type { Programme, Rational } from './programme.ts';

/** A rule body with the version that traces name. */
export type EvaluatedProgramme = { version: number; body: Programme };

/** Whether an order of these lines earns more than one command may move. */
export function earnsTooMuch(programme: Programme, lines: OrderLine[], visit?: Visit): boolean {
  const visitPoints = visit ? (programme.visitPoints ?? 0) : 0;
  return floor(exactPoints(programme, lines)) + BigInt(visitPoints) > BigInt(POINTS_PER_COMMAND_MAX);
}

/**
 * What an order of these lines earns, and why. The exact sum over all lines is floored once; a
 * line's share is the floor of the sum up to it less the floor before it, so the shares add up. A
 * visit's points stand beside the lines.
 */
export function evaluateOrder(
  { version, body }: EvaluatedProgramme,
  lines: OrderLine[],
  visit?: Visit,
): EarnTrace {
  let sum = ZERO;
  const shares = lines.map((line) => {
    const before = floor(sum);
    sum = add(sum, linePoints(body, line));
    return {
      lineId: line.lineId,
      category: line.category,
      amountMinor: line.amountMinor,
      rate: rateOf(body, line.category),
      points: Number(floor(sum) - before),
    };
  });
  const came = visit && { service: visit.service, points: body.visitPoints ?? 0 };
  const points = Number(floor(sum)) + (came?.points ?? 0);
  assertPoints(points, 'earned points');
  return { programmeVersion: version, lines: shares, ...(came && { visit: came }), points };
}

/** The rate of the line's category; a category without one of its own earns the base rate. */
export function rateOf(programme: Programme, category: string | null): Rational {
  const own = programme.categoryRates.find((each) => each.category === category);
  return own?.rate ?? programme.baseRate;
}

function exactPoints(programme: Programme, lines: OrderLine[]): Fraction {
  return lines.reduce((sum, line) => add(sum, linePoints(programme, line)), ZERO);
}

function linePoints(programme: Programme, line: OrderLine): Fraction {
  const amount = {
    numerator: BigInt(line.amountMinor),
    denominator: BigInt(minorPerMajor(programme.currency)),
  };
  return multiply(amount, fractionOf(rateOf(programme, line.category)));
}
