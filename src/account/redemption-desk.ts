import { type Outcome, refuse } from '../domain/outcome.ts';
import {
  givenUpAtMs,
  type Redemption,
  type RedemptionView,
  viewOfRedemption,
} from '../domain/redemption/redemption.ts';
import type { RedemptionEvent } from '../domain/redemption/transitions.ts';
import { consoleLog, failureFields } from '../lib/log.ts';
import { backoffMs } from '../object/alarm-plan.ts';
import type { ObjectCore } from '../object/object-core.ts';
import type { AccountDesk } from './account-desk.ts';
import { changeRedemption, recordStep } from './commands/advance-redemption.ts';
import { recordRedemption } from './commands/redeem.ts';
import type { AccountAddress, RedeemCommand, RedemptionCommand } from './contract.ts';
import { RedemptionCoordinator, type StockCalls } from './coordinator.ts';

type CallStock = <Answer>(stockId: string, call: (stock: StockCalls) => Promise<Answer>) => Promise<Answer>;

/** Redemptions of one account: each command is recorded first, then taken as far as its stocks answer. */
export class RedemptionDesk {
  #core: ObjectCore;
  #desk: AccountDesk;
  #coordinator: RedemptionCoordinator;

  constructor(core: ObjectCore, desk: AccountDesk, callStock: CallStock) {
    const { tenantId, objectId: memberId } = desk.opened.address;
    this.#core = core;
    this.#desk = desk;
    this.#coordinator = new RedemptionCoordinator({
      tenantId,
      memberId,
      nowMs: () => core.nowMs,
      callStock,
      find: (redemptionId) => desk.redemptions.find(redemptionId),
      record: (redemptionId, event) => this.#record(redemptionId, event),
    });
  }

  /** Answers the redemption as it stands; one that a stock refused answers that refusal, every time. */
  async redeem(command: RedeemCommand): Promise<Outcome<RedemptionView>> {
    const recorded = this.#run(command.address, (nowMs) => recordRedemption(this.#desk, command, nowMs));
    if (!recorded.ok) return recorded;
    await this.#rollForward(recorded.value.redemptionId);
    const reply = this.#reply(recorded);
    const refusal = this.#desk.redemptions.find(recorded.value.redemptionId)?.refusal ?? null;
    return refusal === null ? reply : refuse(refusal);
  }

  /** A command about a redemption; where it leaves calls to make, they are made before the reply. */
  async change(command: RedemptionCommand, event: RedemptionEvent): Promise<Outcome<RedemptionView>> {
    const changed = this.#run(command.address, (nowMs) =>
      changeRedemption(this.#desk, command, event, nowMs),
    );
    if (!changed.ok) return changed;
    await this.#rollForward(changed.value.redemptionId);
    return this.#reply(changed);
  }

  /** When a redemption next has calls to make. */
  dueAtMs(): number | null {
    return this.#desk.redemptions.unfinished()[0]?.nextAttemptAtMs ?? null;
  }

  /** Takes every redemption that is due forward; one whose stock is away waits longer each time. */
  async runDue(nowMs: number): Promise<void> {
    const due = this.#desk.redemptions.unfinished().filter((each) => each.nextAttemptAtMs <= nowMs);
    await Promise.all(
      due.map(async ({ redemptionId, attempts }) => {
        const failure = await this.#rollForward(redemptionId);
        if (failure === null) return;
        this.#desk.redemptions.noteAttempt(
          redemptionId,
          attempts + 1,
          this.#nextAttemptAtMs(redemptionId, attempts + 1),
        );
      }),
    );
  }

  /** After that many failures; the last moment to decide is not slept through. */
  #nextAttemptAtMs(redemptionId: string, attempts: number): number {
    const nowMs = this.#core.nowMs;
    const redemption = this.#desk.redemptions.find(redemptionId);
    const untilMs = redemption && givenUpAtMs(redemption);
    const nextMs = nowMs + backoffMs(attempts);
    return untilMs !== null && untilMs > nowMs ? Math.min(nextMs, untilMs) : nextMs;
  }

  #reply(outcome: Extract<Outcome<Redemption>, { ok: true }>): Outcome<RedemptionView> {
    const redemption = this.#desk.redemptions.find(outcome.value.redemptionId) ?? outcome.value;
    return {
      ok: true,
      value: viewOfRedemption(redemption),
      replayed: outcome.replayed,
      seq: redemption.seq,
    };
  }

  /** What went wrong, or null. The redemption stays unfinished, and the alarm finds it. */
  async #rollForward(redemptionId: string): Promise<unknown> {
    try {
      await this.#coordinator.rollForward(redemptionId);
      return null;
    } catch (failure) {
      const { tenantId, objectId: memberId } = this.#desk.opened.address;
      consoleLog().warn('redemption.waits', { tenantId, memberId, redemptionId, ...failureFields(failure) });
      return failure;
    }
  }

  #record(redemptionId: string, event: RedemptionEvent): void {
    const { tenantId, objectId: memberId } = this.#desk.opened.address;
    const outcome = this.#run({ tenantId, memberId }, (nowMs) =>
      recordStep(this.#desk, redemptionId, event, nowMs),
    );
    if (!outcome.ok) throw new Error(`a step was refused: ${outcome.refusal.code}`);
  }

  #run<Value>(address: AccountAddress, act: (nowMs: number) => Outcome<Value>): Outcome<Value> {
    const target = { tenantId: address.tenantId, objectId: address.memberId };
    return this.#core.run(target, (_, nowMs) => act(nowMs));
  }
}
