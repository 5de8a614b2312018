import type { ActorRef } from '../domain/actor.ts';
import type { JournalRow, Json } from '../domain/journal.ts';
import type { FreezeReason, FreezeState } from '../domain/ledger/freeze.ts';
import type { ImportLine } from '../domain/ledger/import-history.ts';
import type { Balances } from '../domain/ledger/ledger.ts';
import type { PurchaseView } from '../domain/ledger/purchase.ts';
import type { ReversedImport } from '../domain/ledger/reverse-import.ts';
import type { SignUp } from '../domain/ledger/sign-up.ts';
import type { Order, OrderStatus, RefundLine } from '../domain/order.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { CashTerms } from '../domain/payment/new-payment.ts';
import type { ExpiryPolicy, Programme, ProgrammeVersion } from '../domain/programme/programme.ts';
import type {
  DeliveryAddress,
  PickUpBranch,
  RedemptionLineInput,
  RedemptionView,
} from '../domain/redemption/redemption.ts';
import type { ExportRequest } from '../object/export-page.ts';

export type { ActorRef } from '../domain/actor.ts';
export type { Balances } from '../domain/ledger/ledger.ts';
export type { PurchaseView } from '../domain/ledger/purchase.ts';
export type { CashTerms } from '../domain/payment/new-payment.ts';
export type { PaymentView } from '../domain/payment/payment.ts';
export type {
  DeliveryAddress,
  RedemptionLineInput,
  RedemptionState,
  RedemptionView,
} from '../domain/redemption/redemption.ts';

/** Names one account; the object checks it against its own name before anything else. */
export type AccountAddress = { tenantId: string; memberId: string };

/** Every write carries one: same key and same input give the first result again, for 45 days. */
export type Command = { address: AccountAddress; key: string; actor: ActorRef };

/** `signUp` has its effect with the opening itself: an account that is open already takes nothing of it. */
export type OpenCommand = {
  address: AccountAddress;
  epoch: number;
  timeZone: string;
  signUp?: SignUp;
  /** The import that brought her, where she did not join by herself. */
  importBatchId?: string;
};

export type EarnOrderCommand = Command & { order: Order; programme: ProgrammeVersion; timeZone: string };
/** An order as it stands; rows about it carry the same in `body.order`, without the balances. */
export type OrderResult = PurchaseView & { balances: Balances };

export type RefundOrderCommand = Command & {
  channel: string;
  orderId: string;
  refundId: string;
  lines: RefundLine[];
};
export type RefundResult = {
  channel: string;
  orderId: string;
  refundId: string;
  takenPoints: number;
  /** Had expired unspent before: gone already, so not taken a second time. */
  lapsedPoints: number;
  owedPoints: number;
  writtenOffPoints: number;
  balances: Balances;
};

/** What is left of a purchase, and what the refund of the lines that were named would take. */
export type RefundQuote = {
  status: OrderStatus;
  lines: { lineId: string; category: string | null; amountMinor: number; refundedMinor: number }[];
  /** Null where no lines were named. */
  taken: Pick<RefundResult, 'takenPoints' | 'lapsedPoints' | 'owedPoints' | 'writtenOffPoints'> | null;
};

/** Staff give (positive) or take (negative) points; the reason is a code, the note may name a person. */
export type AdjustCommand = Command & {
  points: number;
  reason: string;
  note: string | null;
  expiresAtMs: number | null;
  /** Names an effect that the account has once for ever, under whatever key it is asked. */
  once?: string;
  /** How points without `expiresAtMs` expire; the rules of the moment, so no part of what the key names. */
  expiry?: ExpiryPolicy;
  /** Staff whose PIN let it pass; the same act whoever it was, so no part of what the key names. */
  approvedBy?: string;
  /** Answers a repetition alone; what has not had its effect under this key is refused `not_found`. */
  replayOnly?: boolean;
};
/** `freezes` false undoes it. */
export type FreezeCommand = Command & { freezes: boolean; reason: FreezeReason; note: string | null };
export type AdjustResult = { points: number; balances: Balances };

/** What happened to her points elsewhere; each (batch, line) has its effect once. */
export type ImportHistoryCommand = Command & { batchId: string; lines: ImportLine[] };
export type ImportResult = { importedLines: number; knownLines: number; balances: Balances };

/** Takes back what the batch brought; spent points follow `clawback`, the rules of the moment. */
export type ReverseImportCommand = Command & { batchId: string; clawback: Programme['clawback'] };
/** In points; what was taken, had expired anyway, is owed now, or was let go. */
export type ReverseImportResult = ReversedImport;

/** The key of this command is the redemption's identity: one key, one redemption. */
export type RedeemCommand = Command & {
  redemptionId: string;
  lines: RedemptionLineInput[];
  /** Null where nothing is delivered: then `voucher` says what is issued. */
  delivery: DeliveryAddress | null;
  /** She takes it with her in the shop: `now` as soon as it is hers, without another command. */
  pickUp?: 'later' | 'now';
  /** Where she takes it, of a shop with branches. */
  branch?: PickUpBranch;
  /** What the shop said the parcel costs her on arrival, in minor units; absent: nothing. */
  shippingFeeMinor?: number;
  /** For a coupon or a service: a code that is registered as this redemption's before the call. */
  voucher?: { code: string; validDays: number | null };
  /** How the cash of the lines is to be paid; absent: they cost points alone. */
  cash?: CashTerms;
  graceDays: number;
  openHoldsMax: number;
};

export type RedemptionCommand = Command & { redemptionId: string };
/** `cashBackMinor`: what she was told comes back in cash, in minor units. */
export type CancelCommand = RedemptionCommand & {
  reason: string | null;
  unpackedOnly?: boolean;
  cashBackMinor?: number;
};
/** The reason is for the member to read. */
export type AnswerCancelCommand = RedemptionCommand & { accept: boolean; reason?: string | null };
export type ShipCommand = RedemptionCommand & { carrier: string; trackingNumber: string };

/** A reason to look at Stripe; it may come at any time and as often as it likes. */
/** `asks`: nothing tells of news, somebody wants to know; asked too often, the last answer is given. */
export type SettleCommand = { address: AccountAddress; redemptionId: string; asks?: boolean };
/** `receipt` is the number of the shop's own slip. */
export type CounterPaymentCommand = RedemptionCommand & { receipt: string | null };
/** In minor units of the payment's currency. */
export type RefundPaymentCommand = RedemptionCommand & { amountMinor: number };
export type RefundCommand = RedemptionCommand & { refundKey: string };
/** `reason` says by which way the cash went back: "bank transfer of 3 May". */
export type PaidOutsideCommand = RefundCommand & { reason: string };

export type Overview = {
  balances: Balances;
  /** Open lots by expiry, soonest first, 400 dates at most; null is what never expires, or later than these. */
  expiries: { expiresAtMs: number | null; points: number }[];
  /** Pending points by the time they mature, 400 dates at most; null waits for completion, or for longer. */
  maturities: { availableAtMs: number | null; points: number }[];
  sessionGeneration: number;
  openHolds: number;
  /** Since when she can neither spend nor earn; null while she can. */
  frozenAtMs: number | null;
  seq: number;
};

/** Newest first; `beforeSeq` null starts at the newest. `limit` is at most 100. */
export type PageRequest = { beforeSeq: number | null; limit: number };
/** What a page of entries is about: what she was given, spent, waits for, or lost to time; `story`: all, and what befell the account itself. */
export type EntryKind = 'earned' | 'used' | 'pending' | 'expired' | 'story';
/** Without a kind: all of them. */
export type EntryRequest = PageRequest & { kind?: EntryKind };
export type Page<Item> = { items: Item[]; nextCursor: number | null };

/** A span of time, and an entry in it or next to it. */
export type EntrySpan = { nearSeq: number; fromMs: number; toMs: number };
export type EntrySums = {
  /** All that she was ever given, whatever became of it. */
  earnedPoints: number;
  /** Of each span that was asked for; what was taken is negative. */
  spans: { gainedPoints: number; takenPoints: number }[];
};

export type SeqRange = { epoch: number; fromSeq: number; toSeq: number };
export type JournalPage = { fromSeq: number; limit: number };

/** Everything the object holds, for audit and rebuild; never for deciding anything elsewhere. */
export type AccountExport = {
  address: AccountAddress;
  epoch: number;
  headSeq: number;
  headHash: string;
  sentSeq: number;
  confirmedSeq: number;
  nowMs: number;
  alarmAtMs: number | null;
  dueAtMs: number | null;
  balances: Balances;
  lots: {
    lotId: number;
    originSeq: number;
    points: number;
    remainingPoints: number;
    heldPoints: number;
    availableAtMs: number | null;
    expiresAtMs: number | null;
  }[];
  holds: {
    holdId: string;
    redemptionId: string;
    state: 'pending' | 'captured' | 'released' | 'expired';
    points: number;
    allocations: { lotId: number; points: number }[];
  }[];
  redemptions: RedemptionView[];
  orders: (PurchaseView & { seq: number })[];
  /** Natural keys with the journal row that each one's effect stands in. */
  naturalKeys: { naturalKey: string; seq: number }[];
  /** What each key's first call was answered, beside the journal row that it tells of. */
  transportKeys: { key: string; seq: number; result: Json }[];
  /** Where the next page of the lists begins; null where this is the last. */
  nextCursor: string | null;
};

/** What a PointsAccount promises over RPC. Refusals are values; only faults throw. */
export type AccountApi = {
  open(command: OpenCommand): Promise<Outcome<{ epoch: number }>>;
  earnOrder(command: EarnOrderCommand): Promise<Outcome<OrderResult>>;
  refundOrder(command: RefundOrderCommand): Promise<Outcome<RefundResult>>;
  adjust(command: AdjustCommand): Promise<Outcome<AdjustResult>>;
  /** A frozen account refuses new purchases and redemptions; refunds, returns and staff's own corrections go on. */
  freeze(command: FreezeCommand): Promise<Outcome<FreezeState>>;
  /** All lines or none; a line that is known is counted and left alone. */
  importHistory(command: ImportHistoryCommand): Promise<Outcome<ImportResult>>;
  /** Once for ever; after it the batch brings nothing more, `invalid_input` of `batchId`, `reversed`. */
  reverseImport(command: ReverseImportCommand): Promise<Outcome<ReverseImportResult>>;
  redeem(command: RedeemCommand): Promise<Outcome<RedemptionView>>;
  /**
   * Before the fence: cancels. After it: cancels where staff say so; a member leaves a request for the
   * shop, or is refused where she said `unpackedOnly`. `cash_changed` where another sum than
   * `cashBackMinor` would come back. A used or ended voucher is refused to everyone.
   */
  cancelRedemption(command: CancelCommand): Promise<Outcome<RedemptionView>>;
  answerCancelRequest(command: AnswerCancelCommand): Promise<Outcome<RedemptionView>>;
  startFulfilment(command: RedemptionCommand): Promise<Outcome<RedemptionView>>;
  /** What she picks up lies at the counter for her; refused for what is sent. */
  markReady(command: RedemptionCommand): Promise<Outcome<RedemptionView>>;
  ship(command: ShipCommand): Promise<Outcome<RedemptionView>>;
  /** Writes another carrier and number to a parcel on its way. */
  correctParcel(command: ShipCommand): Promise<Outcome<RedemptionView>>;
  /** The member took it with her: received at once. */
  handOver(command: RedemptionCommand): Promise<Outcome<RedemptionView>>;
  markReceived(command: RedemptionCommand): Promise<Outcome<RedemptionView>>;

  /** The shop took the voucher: once, and not after its time. */
  takeVoucher(command: RedemptionCommand): Promise<Outcome<RedemptionView>>;

  /** Reads what Stripe has of the payment and decides by that alone; answers the redemption as it stands. */
  settlePayment(command: SettleCommand): Promise<Outcome<RedemptionView>>;
  /** Staff have taken the cash. */
  confirmCounterPayment(command: CounterPaymentCommand): Promise<Outcome<RedemptionView>>;
  /** Gives cash back, whole or in part, while the goods stay the member's. */
  refundPayment(command: RefundPaymentCommand): Promise<Outcome<RedemptionView>>;
  /** Has a refund that failed tried again. */
  retryRefund(command: RefundCommand): Promise<Outcome<RedemptionView>>;
  /** Staff have given the cash of a failed refund back by another way than Stripe. */
  confirmPaidOutside(command: PaidOutsideCommand): Promise<Outcome<RedemptionView>>;
  /** Staff have handed over the cash of a refund at the counter. */
  confirmCounterRefund(command: RefundCommand): Promise<Outcome<RedemptionView>>;

  /** Ends every session of the member: cookies carry the generation they were made under. */
  endSessions(command: Command): Promise<Outcome<{ sessionGeneration: number }>>;
  /** Closes the account for good: forfeits what is free, writes off what is owed, erases what names her. `wrong_state` while a redemption is under way. */
  eraseDetails(command: Command): Promise<Outcome<{ erasedRows: number }>>;

  overview(address: AccountAddress): Promise<Outcome<Overview>>;
  /** Entries newest first; `beforeSeq` null starts at the newest. `limit` is at most 100. */
  listEntries(address: AccountAddress, page: EntryRequest): Promise<Outcome<Page<JournalRow>>>;
  /** What was given ever, and given and taken in each span; 24 spans at most. */
  sumEntries(address: AccountAddress, spans: EntrySpan[]): Promise<Outcome<EntrySums>>;
  /** A purchase as the account has it, or `not_found`. */
  getOrder(address: AccountAddress, channel: string, orderId: string): Promise<Outcome<PurchaseView>>;
  /** Newest first, by the journal row that recorded them; `limit` is at most 100. */
  listRedemptions(address: AccountAddress, page: PageRequest): Promise<Outcome<Page<RedemptionView>>>;
  getRedemption(address: AccountAddress, redemptionId: string): Promise<Outcome<RedemptionView>>;
  /** Without lines only what is left of the purchase; a refund that would be refused is refused here. */
  quoteRefund(
    address: AccountAddress,
    refund: { channel: string; orderId: string; lines: RefundLine[] },
  ): Promise<Outcome<RefundQuote>>;

  /** Moves the confirmed cursor over a gapless prefix only; anything else is ignored. */
  confirmProjected(address: AccountAddress, range: SeqRange): Promise<Outcome<{ confirmedSeq: number }>>;
  /** Re-arms the alarm and sends what is unsent. Writes nothing about points. */
  touch(address: AccountAddress): Promise<Outcome<{ dueAtMs: number | null }>>;
  exportJournal(address: AccountAddress, page: JournalPage): Promise<Outcome<Page<JournalRow>>>;
  /** One page of it, the first where none is named; the lists of all pages joined are the whole. */
  exportState(address: AccountAddress, page?: ExportRequest): Promise<Outcome<AccountExport>>;
};
