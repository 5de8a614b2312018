/**
 * A points account as anyone would write it down on paper: every lot in one list, every question
 * answered by looking at all of them. It shares no code with the ledger. Time is counted in half days;
 * `tick` orders what happened in the same half day.
 */
type PlainLot = {
  order: string | null;
  granted: number;
  left: number;
  lapsed: number;
  /** Null waits for completion. */
  ripeAt: number | null;
  ripe: boolean;
  endsAt: number | null;
  firstEndsAt: number | null;
  tick: number;
};
type PlainOrder = {
  status: string;
  amount: number;
  refunded: number;
  taken: number;
  lot: PlainLot | null;
  days: number;
  lives: number | null;
};
export type PlainRedemption = { state: string; parts: { lot: PlainLot; points: number }[] };

const HALF_DAYS = 2;
const GRACE_DAYS = 7;

export class PlainAccount {
  now = 0;
  tick = 0;
  debt = 0;
  entries = 0;
  lots: PlainLot[] = [];
  orders = new Map<string, PlainOrder>();
  redemptions: PlainRedemption[] = [];
  readonly writesOff: boolean;

  constructor(writesOff: boolean) {
    this.writesOff = writesOff;
  }

  get available(): number {
    return this.sum((lot) => lot.ripe) - this.debt;
  }
  get pending(): number {
    return this.sum((lot) => !lot.ripe);
  }
  /** What expires and when, soonest first. */
  get endings(): number[] {
    const ending = this.spendable().filter((lot) => lot.endsAt !== null);
    const times = [...new Set(ending.map((lot) => `${lot.endsAt}/${lot.tick}`))];
    return times.map((time) => total(ending.filter((lot) => `${lot.endsAt}/${lot.tick}` === time)));
  }

  /** Lets time pass, one half day after another, so that everything happens in its order. */
  pass(halfDays: number): void {
    for (let step = 0; step < halfDays; step += 1) {
      this.now += 1;
      this.settle();
    }
  }

  earn(name: string, points: number, completed: boolean, days: number, lives: number | null): void {
    const ripeAt = completed ? this.now + days * HALF_DAYS : null;
    const lot = points > 0 ? this.grant(name, points, ripeAt, lives) : null;
    const status = completed ? 'completed' : 'paid';
    this.orders.set(name, { status, amount: points, refunded: 0, taken: 0, lot, days, lives });
  }

  complete(name: string): void {
    const order = this.order(name);
    order.status = 'completed';
    if (order.lot === null) return;
    order.lot.ripeAt = this.now + order.days * HALF_DAYS;
    order.lot.endsAt = order.lives === null ? null : order.lot.ripeAt + order.lives * HALF_DAYS;
    order.lot.firstEndsAt = order.lot.endsAt;
    order.lot.tick = this.tick;
    this.settle();
  }

  cancelOrder(name: string): void {
    const order = this.order(name);
    order.status = 'cancelled';
    this.refund(name, order.amount - order.refunded);
  }

  /** One point a unit of money, so that refunding an amount takes as many points. */
  refund(name: string, amount: number): { taken: number; lapsed: number; owed: number; writtenOff: number } {
    const order = this.order(name);
    order.refunded += amount;
    const result = { taken: 0, lapsed: 0, owed: 0, writtenOff: 0 };
    const { lot } = order;
    if (lot === null || amount === 0) return result;
    const own = Math.min(amount, lot.left);
    lot.left -= own;
    result.lapsed = Math.min(amount - own, lot.lapsed);
    lot.lapsed -= result.lapsed;
    const others = this.take(Math.min(amount - own - result.lapsed, total(this.spendable())));
    result.taken = own + total(others.map(({ points }) => ({ left: points })));
    const missing = amount - result.taken - result.lapsed;
    if (this.writesOff) result.writtenOff = missing;
    else {
      result.owed = missing;
      this.debt += missing;
    }
    this.entries -= result.taken + result.owed;
    return result;
  }

  adjust(points: number, lives: number | null): boolean {
    if (points < 0 && this.available < -points) return false;
    if (points < 0) this.take(-points);
    if (points < 0) this.entries += points;
    else this.grant(null, points, this.now, lives);
    return true;
  }

  redeem(points: number): PlainRedemption | null {
    if (this.available < points) return null;
    const redemption = { state: 'confirmed', parts: this.take(points) };
    this.entries -= points;
    this.redemptions.push(redemption);
    return redemption;
  }

  cancelRedemption(redemption: PlainRedemption): void {
    redemption.state = 'cancelled';
    for (const { lot, points } of redemption.parts) {
      lot.left += points;
      this.entries += points;
      const graceEndsAt = (lot.firstEndsAt ?? 0) + GRACE_DAYS * HALF_DAYS;
      if (lot.endsAt !== null && lot.endsAt <= this.now && graceEndsAt > lot.endsAt) lot.endsAt = graceEndsAt;
    }
    this.settle();
  }

  private grant(order: string | null, points: number, ripeAt: number | null, lives: number | null): PlainLot {
    const endsAt = lives === null || ripeAt === null ? null : ripeAt + lives * HALF_DAYS;
    const times = { ripeAt, ripe: false, endsAt, firstEndsAt: endsAt, tick: this.tick };
    const lot = { order, granted: points, left: points, lapsed: 0, ...times };
    this.lots.push(lot);
    this.entries += points;
    this.settle();
    return lot;
  }

  /** What ripens pays debt as it ripens, what came back pays it soonest ending first; then what has ended is gone. */
  private settle(): void {
    const ripening = this.lots.filter((lot) => !lot.ripe && lot.ripeAt !== null && lot.ripeAt <= this.now);
    ripening.sort((one, other) => (one.ripeAt ?? 0) - (other.ripeAt ?? 0) || one.tick - other.tick);
    for (const lot of ripening) {
      lot.ripe = true;
      this.payDebt(lot);
    }
    const ended = (lot: PlainLot) => lot.ripe && lot.endsAt !== null && lot.endsAt <= this.now;
    for (const lot of this.spendable()) if (!ended(lot)) this.payDebt(lot);
    for (const lot of this.lots.filter(ended)) {
      this.entries -= lot.left;
      lot.lapsed += lot.left;
      lot.left = 0;
    }
  }

  private payDebt(lot: PlainLot): void {
    const paid = Math.min(this.debt, lot.left);
    lot.left -= paid;
    this.debt -= paid;
  }

  private take(points: number): { lot: PlainLot; points: number }[] {
    const parts: { lot: PlainLot; points: number }[] = [];
    let missing = points;
    for (const lot of this.spendable()) {
      const part = Math.min(missing, lot.left);
      if (part === 0) continue;
      lot.left -= part;
      missing -= part;
      parts.push({ lot, points: part });
    }
    return parts;
  }

  private spendable(): PlainLot[] {
    const never = Number.POSITIVE_INFINITY;
    return this.lots
      .filter((lot) => lot.ripe && lot.left > 0)
      .sort((one, other) => {
        const [left, right] = [one.endsAt ?? never, other.endsAt ?? never];
        if (left !== right) return left - right;
        return left === never ? 0 : one.tick - other.tick;
      });
  }

  private sum(which: (lot: PlainLot) => boolean): number {
    return total(this.lots.filter(which));
  }

  private order(name: string): PlainOrder {
    const order = this.orders.get(name);
    if (order === undefined) throw new Error(`no order ${name}`);
    return order;
  }
}

function total(lots: readonly { left: number }[]): number {
  return lots.reduce((sum, lot) => sum + lot.left, 0);
}
