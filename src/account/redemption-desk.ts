import { type Outcome, refuse } from '../domain/outcome.ts';
import {
  givenUpAtMs,
  type Redemption,
  type RedemptionView,
  standingAt,
  viewOfRedemption,
} from '../domain/redemption/redemption.ts';
import type { RedemptionEvent } from '../domain/redemption/transitions.ts';
import { consoleLog, failureFields } from '../lib/log.ts';
import { backoffMs } from '../object/alarm-plan.ts';
import type { ObjectCore } from '../object/object-core.ts';
import type { StripeCalls } from '../stripe/stripe-calls.ts';
import type { AccountDesk } from './account-desk.ts';
import { changeRedemption, recordStep } from './commands/advance-redemption.ts';
import { recordRedemption } from './commands/redeem.ts';
import type { AccountAddress, RedeemCommand, RedemptionCommand } from './contract.ts';
import { RedemptionCoordinator, type StockCalls } from './coordinator.ts';
import { PaymentDesk } from './payment-desk.ts';

type CallStock = <Answer>(stockId: string, call: (stock: StockCalls) => Promise<Answer>) => Promise<Answer>;

/** Nobody waits longer for Stripe than this: the reply says how things stand, the work goes on. */
const REPLY_WITHIN_MS = 5_000;
/** The alarm comes back for the rest. */
const ENDED_AT_ONCE_MAX = 50;
/** How long the alarm waits for Stripe; it has journal rows to deliver, too. */
const ALARM_WAITS_MS = 1_000;

/**
 * Redemptions of one account: each command is recorded first, then taken as far as its stocks and, for
 * cash, Stripe answer.
 */
export class RedemptionDesk {
  #core: ObjectCore;
  #desk: AccountDesk;
  #coordinator: RedemptionCoordinator;
  #payments: PaymentDesk;

  constructor(
    core: ObjectCore,
    desk: AccountDesk,
    { callStock, stripe }: { callStock: CallStock; stripe(): StripeCalls | null },
  ) {
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
    this.#payments = new PaymentDesk(core, desk, {
      stripe,
      record: (redemptionId, event) => this.#record(redemptionId, { kind: 'payment', event }),
    });
  }

  /** Answers the redemption as it stands; one that a stock refused answers that refusal, every time. */
  async redeem(command: RedeemCommand): Promise<Outcome<RedemptionView>> {
    const recorded = this.#run(command.address, (nowMs) => recordRedemption(this.#desk, command, nowMs));
    if (!recorded.ok) return recorded;
    await this.#takeForward(recorded.value);
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
    await this.#takeForward(changed.value);
    return this.#reply(changed);
  }

  /**
   * Looks at what Stripe has of a redemption's payment and decides by that; a webhook is only a reason to
   * look. Somebody who just `asks` again and again is given the last answer. Answers the redemption as it
   * stands then.
   */
  async settlePayment(redemptionId: string, asks: boolean): Promise<Outcome<RedemptionView>> {
    const redemption = this.#desk.redemptions.find(redemptionId);
    if (redemption === null) return refuse({ code: 'not_found' });
    const looks = !asks || this.#payments.mayLookFor(redemptionId);
    // Whoever told of it tells only once: should this call die, the alarm looks instead.
    if (looks) this.#payments.lookSoon(redemptionId);
    await this.#takeForward(redemption, looks);
    return this.#reply({ ok: true, value: redemption, replayed: false, seq: redemption.seq });
  }

  /** When a payment is next to be looked at. */
  paymentsDueAtMs(): number | null {
    return this.#payments.dueAtMs();
  }

  /**
   * Looks at every payment that is due. What Stripe is slow with goes on by itself: an alarm that waited
   * for it would hold up everything else that the account has to do.
   */
  async runDuePayments(nowMs: number): Promise<void> {
    const due = this.#payments.takeDue(nowMs);
    const works = due.map((redemptionId) => this.#advance(redemptionId, true));
    await within(Promise.all(works), ALARM_WAITS_MS);
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

  /** When a voucher that nobody used ends next. */
  voucherEndsAtMs(): number | null {
    return this.#desk.redemptions.endingVouchers(1)[0]?.endsAtMs ?? null;
  }

  /** Writes down which vouchers the clock has ended. */
  endVouchers(nowMs: number): void {
    const ended = this.#desk.redemptions
      .endingVouchers(ENDED_AT_ONCE_MAX)
      .filter(({ endsAtMs }) => endsAtMs <= nowMs);
    for (const { redemptionId } of ended) this.#record(redemptionId, { kind: 'end_voucher' });
  }

  #reply(outcome: Extract<Outcome<Redemption>, { ok: true }>): Outcome<RedemptionView> {
    const redemption = this.#desk.redemptions.find(outcome.value.redemptionId) ?? outcome.value;
    return {
      ok: true,
      value: viewOfRedemption(standingAt(redemption, this.#core.nowMs)),
      replayed: outcome.replayed,
      seq: redemption.seq,
    };
  }

  /** As far as it goes now; where cash is concerned, no further than a person waits for. */
  #takeForward({ redemptionId, payment }: Redemption, looks = false): Promise<void> {
    const work = this.#advance(redemptionId, looks);
    return payment === undefined ? work : within(work, REPLY_WITHIN_MS);
  }

  /** Stocks first; then the payment, whose outcome leaves calls to the stocks. */
  async #advance(redemptionId: string, looks: boolean): Promise<void> {
    const failure = await this.#rollForward(redemptionId);
    if (failure !== null) return;
    await this.#payments.advance(redemptionId, looks);
    await this.#rollForward(redemptionId);
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

  /** Whether the step changed anything. */
  #record(redemptionId: string, event: RedemptionEvent): boolean {
    const { tenantId, objectId: memberId } = this.#desk.opened.address;
    const outcome = this.#run({ tenantId, memberId }, (nowMs) =>
      recordStep(this.#desk, redemptionId, event, nowMs),
    );
    if (!outcome.ok) throw new Error(`a step was refused: ${outcome.refusal.code}`);
    return !outcome.replayed;
  }

  #run<Value>(address: AccountAddress, act: (nowMs: number) => Outcome<Value>): Outcome<Value> {
    const target = { tenantId: address.tenantId, objectId: address.memberId };
    return this.#core.run(target, (_, nowMs) => act(nowMs));
  }
}

/** Waits for the work, but no longer; the work goes on in any case. It must not fail. */
async function within(work: Promise<unknown>, limitMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const outOfTime = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([work, outOfTime]);
  clearTimeout(timer);
}
