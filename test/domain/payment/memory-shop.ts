import { PaymentCoordinator } from '../../../src/account/payment-coordinator.ts';
import type { ActorRef } from '../../../src/domain/actor.ts';
import { EMPTY_TOTALS, type Ledger } from '../../../src/domain/ledger/ledger.ts';
import type { Lot } from '../../../src/domain/ledger/lot.ts';
import type { PaymentEvent } from '../../../src/domain/payment/decide-payment.ts';
import type { CashTerms } from '../../../src/domain/payment/new-payment.ts';
import type { Payment } from '../../../src/domain/payment/payment.ts';
import { decideAdvance } from '../../../src/domain/redemption/advance.ts';
import { decideRedeem, type RedemptionChange } from '../../../src/domain/redemption/redeem.ts';
import { isUnfinished, type Redemption } from '../../../src/domain/redemption/redemption.ts';
import type { RedemptionEvent } from '../../../src/domain/redemption/transitions.ts';
import type { Refusal } from '../../../src/domain/refusal.ts';
import { FakeStripe } from '../../support/fake-stripe.ts';

export const MINUTE_MS = 60_000;
export const START_MS = Date.UTC(2026, 2, 2, 4);
export const POINTS = 2_000;
export const CASH_MINOR = 30_000;
export const ONLINE: CashTerms = {
  method: 'online',
  currency: 'CNY',
  accountId: 'acct_1',
  applicationFeeBasisPoints: 250,
  successUrl: 'https://shop.test/paid',
  cancelUrl: 'https://shop.test/back',
  locale: 'zh-CN',
  description: null,
};
const MEMBER: ActorRef = { kind: 'member', id: 'mem_1' };
export const STAFF: ActorRef = { kind: 'staff', id: 'usr_1' };
const SYSTEM: ActorRef = { kind: 'system', id: 'coordinator' };

const LINE = {
  lineId: '1',
  rewardId: 'rwd_1',
  stockId: 'rwd_1',
  names: { 'zh-CN': '腕表' },
  quantity: 1,
  pointsEach: POINTS,
  cashEachMinor: CASH_MINOR,
  priceVersion: 1,
  limitPerMember: null,
};

/**
 * One redemption of a watch for 2,000 points and ¥300.00 in memory: the account's own decisions, its
 * stocks willing, Stripe a model. Nothing keeps two rounds of work from running at once.
 */
export class MemoryShop {
  nowMs = START_MS;
  redemption: Redemption;
  readonly stripe = new FakeStripe(() => this.nowMs);
  #ledger: Ledger;
  #coordinator: PaymentCoordinator;

  constructor(cash: CashTerms = ONLINE) {
    this.#ledger = grantedLedger(5_000);
    const command = { redemptionId: 'rdm_1', tenantId: 'ten_1', memberId: 'mem_1', lines: [LINE], cash };
    const delivery = { recipientName: '', phone: '', country: 'CN', region: '', city: '', line1: '' };
    const decision = decideRedeem(
      this.#ledger,
      { openHolds: 0, takenUnits: new Map() },
      { ...command, delivery: { ...delivery, line2: null, postalCode: null }, ...LIMITS, actor: MEMBER },
      this.nowMs,
    );
    if (decision.kind !== 'changed') throw new Error('it can be redeemed');
    this.redemption = this.#apply(decision.change);
    this.#coordinator = new PaymentCoordinator({
      nowMs: () => this.nowMs,
      stripe: () => this.stripe,
      find: () => this.payment,
      record: (_, event) => this.record({ kind: 'payment', event }) === 'changed',
    });
    this.record({ kind: 'all_reserved' });
  }

  get payment(): Payment {
    if (this.redemption.payment === undefined) throw new Error('it has a cash part');
    return this.redemption.payment;
  }

  get balancePoints(): number {
    return this.#ledger.totals.balancePoints;
  }

  get heldPoints(): number {
    return this.#ledger.totals.heldPoints;
  }

  /** Any event, as the account decides it. */
  record(event: RedemptionEvent, actor: ActorRef = SYSTEM): 'changed' | 'unchanged' | Refusal {
    const decision = decideAdvance(this.#ledger, this.redemption, event, actor, this.nowMs);
    if (decision.kind === 'refused') return decision.refusal;
    if (decision.kind === 'unchanged') return 'unchanged';
    this.redemption = this.#apply(decision.change);
    return 'changed';
  }

  cancel(): 'changed' | 'unchanged' | Refusal {
    return this.record({ kind: 'cancel', reason: null, by: 'member' }, MEMBER);
  }

  pay(event: PaymentEvent): 'changed' | 'unchanged' | Refusal {
    return this.record({ kind: 'payment', event }, STAFF);
  }

  /** As the account goes on after a command, a webhook or its alarm. */
  async advance(looks = false): Promise<void> {
    this.#askStocks();
    await this.#coordinator.advance(this.redemption.redemptionId, looks);
    this.#askStocks();
  }

  passMinutes(minutes: number): void {
    this.nowMs += minutes * MINUTE_MS;
  }

  #askStocks(): void {
    while (isUnfinished(this.redemption.state))
      this.record({ kind: this.redemption.state === 'committing' ? 'all_committed' : 'all_cancelled' });
  }

  #apply({ draft, redemption }: RedemptionChange): Redemption {
    const { totals, lots, headSeq, timeZone } = draft;
    this.#ledger = { totals, lots: [...lots.values()], headSeq, timeZone };
    return redemption;
  }
}

const LIMITS = { graceDays: 7, openHoldsMax: 10 };

function grantedLedger(points: number): Ledger {
  const lot: Lot = {
    lotId: 2,
    points,
    remainingPoints: points,
    heldPoints: 0,
    lapsedPoints: 0,
    stage: 'open',
    availableAtMs: 0,
    expiresAtMs: null,
    originalExpiresAtMs: null,
  };
  const totals = { ...EMPTY_TOTALS, balancePoints: points };
  return { totals, lots: [lot], headSeq: 2, timeZone: 'Asia/Shanghai' };
}
