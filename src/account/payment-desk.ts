import { askedLookAtMs } from '../domain/payment/asked-look.ts';
import type { PaymentEvent } from '../domain/payment/decide-payment.ts';
import { nextCheckAtMs, nextLookAtMs } from '../domain/payment/due-step.ts';
import type { Payment } from '../domain/payment/payment.ts';
import { consoleLog, failureFields } from '../lib/log.ts';
import type { ObjectCore } from '../object/object-core.ts';
import type { StripeCalls } from '../stripe/stripe-calls.ts';
import type { AccountDesk } from './account-desk.ts';
import { PaymentCoordinator } from './payment-coordinator.ts';

/** The alarm comes back to a payment that has been at work for so long: whoever worked on it may be dead. */
const AT_WORK_MS = 10_000;

type Work = { done: Promise<void>; again: boolean; untilMs: number };

/** Payments of one account, each worked on by one at a time. */
export class PaymentDesk {
  #core: ObjectCore;
  #desk: AccountDesk;
  #coordinator: PaymentCoordinator;
  #working = new Map<string, Work>();
  /** When a look was last made for somebody who asked; an object that begins anew looks once more. */
  #askedAtMs = new Map<string, number>();

  constructor(
    core: ObjectCore,
    desk: AccountDesk,
    setup: {
      stripe(): StripeCalls | null;
      record(redemptionId: string, event: PaymentEvent): boolean;
    },
  ) {
    this.#core = core;
    this.#desk = desk;
    this.#coordinator = new PaymentCoordinator({
      nowMs: () => core.nowMs,
      stripe: setup.stripe,
      find: (redemptionId) => this.#find(redemptionId),
      record: setup.record,
    });
  }

  /**
   * Resolves when there is nothing to do but to wait; never throws. Whoever comes while it is at work
   * waits for the same end, and a wish to look at Stripe is fulfilled by one more round.
   */
  advance(redemptionId: string, looks: boolean): Promise<void> {
    const working = this.#working.get(redemptionId);
    if (working) {
      working.again ||= looks;
      return working.done;
    }
    if (this.#find(redemptionId) === null) return Promise.resolve();
    const work: Work = { done: Promise.resolve(), again: false, untilMs: this.#core.nowMs + AT_WORK_MS };
    this.#working.set(redemptionId, work);
    work.done = this.#work(redemptionId, work, looks);
    return work.done;
  }

  /**
   * Whether somebody who asks is answered by a look now. Else one is owed: the alarm makes it before long,
   * however often it was asked for meanwhile.
   */
  mayLookFor(redemptionId: string): boolean {
    const { nowMs } = this.#core;
    const atMs = askedLookAtMs(this.#askedAtMs.get(redemptionId) ?? null, nowMs);
    if (atMs <= nowMs) this.#askedAtMs.set(redemptionId, nowMs);
    else this.lookSoon(redemptionId, atMs);
    return atMs <= nowMs;
  }

  /** Has the alarm look before long, should whoever looks now die over it. */
  lookSoon(redemptionId: string, atMs = this.#core.nowMs + AT_WORK_MS): void {
    const { redemptions } = this.#desk;
    if (!this.#find(redemptionId)?.request) return;
    const known = redemptions.paymentChecks().find((each) => each.redemptionId === redemptionId);
    if (known === undefined || known.checkAtMs > atMs) redemptions.setCheck(redemptionId, 0, atMs);
    this.#core.settle();
  }

  /** When a payment is next to be looked at. */
  dueAtMs(): number | null {
    const times = this.#desk.redemptions
      .paymentChecks()
      .map(({ redemptionId, checkAtMs }) =>
        Math.max(checkAtMs, this.#working.get(redemptionId)?.untilMs ?? checkAtMs),
      );
    return times.length === 0 ? null : Math.min(...times);
  }

  /** The payments to be looked at now; those at work are left for another while. */
  takeDue(nowMs: number): string[] {
    const due = this.#desk.redemptions.paymentChecks().filter(({ checkAtMs }) => checkAtMs <= nowMs);
    return due.flatMap(({ redemptionId }) => {
      const working = this.#working.get(redemptionId);
      if (working === undefined) return [redemptionId];
      if (working.untilMs <= nowMs) working.untilMs = nowMs + AT_WORK_MS;
      return [];
    });
  }

  async #work(redemptionId: string, work: Work, looks: boolean): Promise<void> {
    let isLooking = looks;
    try {
      do {
        work.again = false;
        const outcome = await this.#coordinator.advance(redemptionId, isLooking);
        if (outcome !== 'done') this.#waitLonger(redemptionId, outcome === 'unheard');
        isLooking = true;
      } while (work.again);
    } catch (failure) {
      const { tenantId, objectId: memberId } = this.#desk.opened.address;
      consoleLog().error('payment.failed', { tenantId, memberId, redemptionId, ...failureFields(failure) });
      this.#waitLonger(redemptionId, true);
    } finally {
      this.#working.delete(redemptionId);
      this.#core.settle();
    }
  }

  /** A look that was not answered is owed: whoever told that there is something to see tells it once. */
  #waitLonger(redemptionId: string, isOwed: boolean): void {
    const payment = this.#find(redemptionId);
    if (payment === null) return;
    const { redemptions } = this.#desk;
    const { nowMs } = this.#core;
    const checks =
      (redemptions.paymentChecks().find((each) => each.redemptionId === redemptionId)?.checks ?? 0) + 1;
    const times = [
      nextCheckAtMs(payment, checks, nowMs),
      isOwed ? nextLookAtMs(payment, checks, nowMs) : null,
    ];
    const due = times.filter((atMs) => atMs !== null);
    const nextAtMs = due.length === 0 ? null : Math.min(...due);
    redemptions.setCheck(redemptionId, nextAtMs === null ? 0 : checks, nextAtMs);
  }

  /** Before the goods are reserved nobody is asked for cash. */
  #find(redemptionId: string): Payment | null {
    const redemption = this.#desk.redemptions.find(redemptionId);
    return redemption?.state === 'reserving' ? null : (redemption?.payment ?? null);
  }
}
