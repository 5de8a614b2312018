/** What somebody did on the day, as the test wrote it down when it was done. Amounts in minor units of the shop's currency. */
export type Act =
  | { kind: 'bonus' | 'redeem' | 'give-back' | 'adjust'; member: string; points: number }
  | { kind: 'grant' | 'undo'; member: string; staff: string; amountMinor: number; points: number }
  | { kind: 'hand-over' | 'verify'; staff: string }
  | { kind: 'take-cash'; staff: string; amountMinor: number };

/** The seven figures of a slip, in the order in which it shows them. */
export type SlipFigures = {
  grants: number;
  amountMinor: number;
  points: number;
  undone: number;
  redemptions: number;
  vouchersUsed: number;
  cashTakenMinor: number;
};

/** What the day's own acts add up to: nothing here was ever read from the product. */
export function dayBooks() {
  const acts: Act[] = [];
  const of = <Kind extends Act['kind']>(...kinds: Kind[]) =>
    acts.filter((act): act is Extract<Act, { kind: Kind }> => kinds.some((kind) => kind === act.kind));
  const moves = () => of('bonus', 'redeem', 'give-back', 'adjust', 'grant', 'undo');

  return {
    write(...done: Act[]): void {
      acts.push(...done);
    },

    /** What each act did to her points, least first: two that happen at once have no order. */
    movementsOf: (member: string): number[] =>
      moves()
        .filter((act) => act.member === member)
        .map(changeOf)
        .toSorted((one, other) => one - other),

    slipOf(staff: string): SlipFigures {
      const own = acts.filter((act) => 'staff' in act && act.staff === staff);
      const count = (kind: Act['kind']) => own.filter((act) => act.kind === kind).length;
      const sum = (kind: 'grant' | 'undo' | 'take-cash') =>
        own.reduce((total, act) => (act.kind === kind ? total + act.amountMinor : total), 0);
      const points = (kind: 'grant' | 'undo') =>
        own.reduce((total, act) => (act.kind === kind ? total + act.points : total), 0);
      return {
        grants: count('grant') - count('undo'),
        amountMinor: sum('grant') - sum('undo'),
        points: points('grant') - points('undo'),
        undone: count('undo'),
        redemptions: count('hand-over'),
        vouchersUsed: count('verify'),
        cashTakenMinor: sum('take-cash'),
      };
    },

    /** The shop's figures of the day: points in and out, what is left with members, sales and cash. */
    sums() {
      const grants = of('grant', 'undo');
      const issuedPoints = sumOf(of('bonus', 'adjust', 'grant', 'undo').map(changeOf));
      const redeemedPoints = -sumOf(of('redeem', 'give-back').map(changeOf));
      return {
        issuedPoints,
        redeemedPoints,
        balancePoints: issuedPoints - redeemedPoints,
        salesMinor: sumOf(grants.map((act) => (act.kind === 'undo' ? -1 : 1) * act.amountMinor)),
        purchases: of('grant').length - of('undo').length,
        cashMinor: sumOf(of('take-cash').map(({ amountMinor }) => amountMinor)),
      };
    },
  };
}

export type DayBooks = ReturnType<typeof dayBooks>;

function changeOf(act: Extract<Act, { points: number }>): number {
  return act.kind === 'redeem' || act.kind === 'undo' ? -act.points : act.points;
}

function sumOf(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
