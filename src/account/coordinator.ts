import type { Outcome } from '../domain/outcome.ts';
import type { Redemption, RedemptionLineInput } from '../domain/redemption/redemption.ts';
import { givenUpAtMs, isUnfinished } from '../domain/redemption/redemption.ts';
import type { RedemptionEvent } from '../domain/redemption/transitions.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { StockApi } from '../stock/contract.ts';
import { checkpoint } from './redemption-steps.ts';

/** A stock that has not answered by then has an unknown outcome; the same ids are sent again later. */
const STOCK_LIMIT_MS = 10_000;

export type StockCalls = Pick<StockApi, 'reserve' | 'commit' | 'cancel'>;

export type CoordinatorSetup = {
  tenantId: string;
  memberId: string;
  nowMs(): number;
  callStock<Answer>(stockId: string, call: (stock: StockCalls) => Promise<Answer>): Promise<Answer>;
  /** The redemption as it is stored now. */
  find(redemptionId: string): Redemption | null;
  /** Applies an event in one transaction of the account, on the state as it is then. */
  record(redemptionId: string, event: RedemptionEvent): void;
};

/**
 * Takes a redemption forward until nothing is left to call. Every step starts by reading the state
 * again, every call may be repeated, and only the account's transactions decide: so it may be killed
 * anywhere and run twice at once, and the redemption still ends whole or undone (I6).
 */
export class RedemptionCoordinator {
  #setup: CoordinatorSetup;
  #running = new Map<string, Promise<void>>();

  constructor(setup: CoordinatorSetup) {
    this.#setup = setup;
  }

  /** Resolves when nothing is left to do; throws where the outcome of a call is unknown. */
  rollForward(redemptionId: string): Promise<void> {
    const running = this.#running.get(redemptionId);
    if (running) return running;
    const run = this.#run(redemptionId).finally(() => this.#running.delete(redemptionId));
    this.#running.set(redemptionId, run);
    return run;
  }

  async #run(redemptionId: string): Promise<void> {
    for (;;) {
      const redemption = this.#setup.find(redemptionId);
      if (redemption === null || !isUnfinished(redemption.state)) return;
      await this.#step(redemption);
    }
  }

  async #step(redemption: Redemption): Promise<void> {
    const { redemptionId } = redemption;
    const record = (event: RedemptionEvent) => this.#setup.record(redemptionId, event);
    switch (redemption.state) {
      case 'reserving': {
        await checkpoint('recorded');
        const answer = await this.#askLines(redemption);
        record(answer);
        return checkpoint(answer.kind === 'all_reserved' ? 'decided_commit' : 'decided_undo');
      }
      case 'committing':
        for (const line of redemption.lines) await this.#commitLine(redemptionId, line);
        record({ kind: 'all_committed' });
        // One transaction: what has nothing to deliver is issued with its confirmation.
        return checkpoint(redemption.voucherOffer ? 'issued' : 'confirmed');
      case 'undoing':
        for (const line of redemption.lines)
          await this.#cancelLine(redemptionId, line, 'undo_line_cancelled');
        record({ kind: 'all_cancelled' });
        return checkpoint('undone');
      default:
        await checkpoint('cancel_decided');
        for (const line of redemption.lines)
          await this.#cancelLine(redemptionId, line, 'cancel_line_cancelled');
        record({ kind: 'all_cancelled' });
        return checkpoint('cancelled');
    }
  }

  /** What the stocks say. Where one says nothing, the same is asked again until it is too late for that. */
  async #askLines(redemption: Redemption): Promise<RedemptionEvent> {
    try {
      const refusal = await this.#reserveLines(redemption);
      return refusal === null ? { kind: 'all_reserved' } : { kind: 'line_refused', refusal };
    } catch (failure) {
      const untilMs = givenUpAtMs(redemption);
      if (untilMs === null || this.#setup.nowMs() < untilMs) throw failure;
      // Whatever the stock did or will do with the reserve, its cancel undoes or refuses it.
      return { kind: 'given_up' };
    }
  }

  /** The first "no" of a stock, or null when every line is reserved. */
  async #reserveLines({ redemptionId, lines }: Redemption): Promise<Refusal | null> {
    const { tenantId, memberId } = this.#setup;
    for (const { lineId, stockId, quantity, pointsEach, cashEachMinor, priceVersion } of lines) {
      const address = { tenantId, stockId };
      const price = { pointsEach, priceVersion, ...(cashEachMinor !== undefined && { cashEachMinor }) };
      const command = { address, redemptionId, lineId, memberId, quantity, ...price };
      const outcome = await this.#call(stockId, (stock) => stock.reserve(command));
      await checkpoint('line_reserved');
      // A stock that was never opened is a reward that is not there; "not open" would speak of the account.
      if (!outcome.ok) return isMissing(outcome.refusal) ? { code: 'not_found' } : outcome.refusal;
    }
    return null;
  }

  async #commitLine(redemptionId: string, { lineId, stockId }: RedemptionLineInput): Promise<void> {
    const address = { tenantId: this.#setup.tenantId, stockId };
    const outcome = await this.#call(stockId, (stock) => stock.commit({ address, redemptionId, lineId }));
    if (!outcome.ok) throw new Error(`a reserved line was refused: ${outcome.refusal.code}`);
    await checkpoint('line_committed');
  }

  async #cancelLine(
    redemptionId: string,
    { lineId, stockId }: RedemptionLineInput,
    step: 'undo_line_cancelled' | 'cancel_line_cancelled',
  ): Promise<void> {
    const address = { tenantId: this.#setup.tenantId, stockId };
    const outcome = await this.#call(stockId, (stock) => stock.cancel({ address, redemptionId, lineId }));
    // A stock that is not there has reserved nothing, so there is nothing to give back.
    if (!outcome.ok && !isMissing(outcome.refusal))
      throw new Error(`a cancel was refused: ${outcome.refusal.code}`);
    await checkpoint(step);
  }

  async #call<Value>(
    stockId: string,
    call: (stock: StockCalls) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const outOfTime = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the stock did not answer in time')), STOCK_LIMIT_MS);
    });
    try {
      return await Promise.race([this.#setup.callStock(stockId, call), outOfTime]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function isMissing({ code }: Refusal): boolean {
  return code === 'not_open' || code === 'not_found';
}
