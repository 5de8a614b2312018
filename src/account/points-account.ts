import { DurableObject } from 'cloudflare:workers';
import { isTimeZone } from '../domain/calendar.ts';
import type { JournalMessage, JournalRow } from '../domain/journal.ts';
import { type Outcome, refuse } from '../domain/outcome.ts';
import { isMovablePoints } from '../domain/points.ts';
import type { RedemptionEvent } from '../domain/redemption/transitions.ts';
import { type ExportRequest, FIRST_EXPORT_PAGE } from '../object/export-page.ts';
import { objectClock } from '../object/object-clock.ts';
import { ObjectCore } from '../object/object-core.ts';
import { checkoutCallsOf } from '../stripe/checkout-calls.ts';
import { type AccountDesk, writeOpening } from './account-desk.ts';
import { exportState } from './account-export.ts';
import { accountJobs } from './account-jobs.ts';
import * as reads from './account-reads.ts';
import { adjust } from './commands/adjust.ts';
import { earnOrder } from './commands/earn-order.ts';
import { freeze } from './commands/freeze.ts';
import { importHistory } from './commands/import-history.ts';
import { endSessions, eraseDetails } from './commands/person.ts';
import { refundOrder } from './commands/refund-order.ts';
import { reverseImport } from './commands/reverse-import.ts';
import type * as contract from './contract.ts';
import type {
  AccountAddress,
  EntryRequest,
  JournalPage,
  Page,
  PageRequest,
  RedemptionView,
  SeqRange,
} from './contract.ts';
import { ACCOUNT_MIGRATIONS } from './migrations.ts';
import { type OpenAccount, openedAccount } from './open-account.ts';
import { quoteRefund } from './refund-quote.ts';

type Redeemed = Outcome<RedemptionView>;
type Bindings = { JOURNAL_QUEUE: Queue<JournalMessage>; STOCK: DurableObjectNamespace };

/** One member's points at one shop, and her redemptions from first to last. One writer, one journal. */
export class PointsAccount extends DurableObject<Bindings> implements contract.AccountApi {
  #core: ObjectCore;
  #open: OpenAccount | null = null;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    const stocks = { namespace: env.STOCK, region: ctx.id.jurisdiction ?? null };
    this.#core = new ObjectCore({
      ctx,
      kind: 'account',
      queue: env.JOURNAL_QUEUE,
      clock: objectClock,
      migrations: ACCOUNT_MIGRATIONS,
      jobs: accountJobs(() => this.#open),
      load: (opened) => {
        this.#open = openedAccount(this.#core, opened, stocks, () => checkoutCallsOf(env));
      },
    });
  }

  async open(command: contract.OpenCommand): Promise<Outcome<{ epoch: number }>> {
    const { address, epoch, timeZone, signUp } = command;
    if (!isTimeZone(timeZone))
      return refuse({ code: 'invalid_input', field: 'timeZone', reason: 'not_a_time_zone' });
    if (signUp && !isMovablePoints(signUp.points))
      return refuse({ code: 'invalid_input', field: 'signUp', reason: 'not_points' });
    return this.#core.open({ ...target(address), epoch }, (transaction, nowMs) =>
      writeOpening(this.#core.database, transaction, command, nowMs),
    );
  }

  async earnOrder(command: contract.EarnOrderCommand): Promise<Outcome<contract.OrderResult>> {
    return this.#run(command.address, (desk, nowMs) => earnOrder(desk, command, nowMs));
  }
  async refundOrder(command: contract.RefundOrderCommand): Promise<Outcome<contract.RefundResult>> {
    return this.#run(command.address, (desk, nowMs) => refundOrder(desk, command, nowMs));
  }
  async adjust(command: contract.AdjustCommand): Promise<Outcome<contract.AdjustResult>> {
    return this.#run(command.address, (desk, nowMs) => adjust(desk, command, nowMs));
  }
  async freeze(command: contract.FreezeCommand): Promise<Outcome<{ frozenAtMs: number | null }>> {
    return this.#run(command.address, (desk, nowMs) => freeze(desk, command, nowMs));
  }
  async importHistory(command: contract.ImportHistoryCommand): Promise<Outcome<contract.ImportResult>> {
    return this.#run(command.address, (desk, nowMs) => importHistory(desk, command, nowMs));
  }
  async reverseImport(
    command: contract.ReverseImportCommand,
  ): Promise<Outcome<contract.ReverseImportResult>> {
    return this.#run(command.address, (desk, nowMs) => reverseImport(desk, command, nowMs));
  }
  async endSessions(command: contract.Command): Promise<Outcome<{ sessionGeneration: number }>> {
    return this.#run(command.address, (desk, nowMs) => endSessions(desk, command, nowMs));
  }
  async eraseDetails(command: contract.Command): Promise<Outcome<{ erasedRows: number }>> {
    return this.#run(command.address, (desk, nowMs) => eraseDetails(desk, command, nowMs));
  }

  redeem(command: contract.RedeemCommand): Promise<Redeemed> {
    return this.#onRedemptions(command, (redemptions) => redemptions.redeem(command));
  }
  cancelRedemption(command: contract.CancelCommand): Promise<Redeemed> {
    const { reason, unpackedOnly = false, cashBackMinor, actor } = command;
    const told = cashBackMinor === undefined ? {} : { cashBackMinor };
    return this.#change(command, { kind: 'cancel', reason, by: actor.kind, unpackedOnly, ...told });
  }
  answerCancelRequest(command: contract.AnswerCancelCommand): Promise<Redeemed> {
    const { accept, reason, actor } = command;
    const said = reason ? { reason } : {};
    return this.#change(command, { kind: 'answer_cancel', accept, ...said, by: actor.kind });
  }
  startFulfilment(command: contract.RedemptionCommand): Promise<Redeemed> {
    return this.#change(command, { kind: 'start_fulfilment' });
  }
  markReady(command: contract.RedemptionCommand): Promise<Redeemed> {
    return this.#change(command, { kind: 'mark_ready' });
  }
  ship(command: contract.ShipCommand): Promise<Redeemed> {
    const { carrier, trackingNumber } = command;
    return this.#change(command, { kind: 'ship', carrier, trackingNumber });
  }
  correctParcel(command: contract.ShipCommand): Promise<Redeemed> {
    const { carrier, trackingNumber } = command;
    return this.#change(command, { kind: 'correct_parcel', carrier, trackingNumber });
  }
  handOver(command: contract.RedemptionCommand): Promise<Redeemed> {
    return this.#change(command, { kind: 'hand_over' });
  }
  markReceived(command: contract.RedemptionCommand): Promise<Redeemed> {
    return this.#change(command, { kind: 'receive' });
  }
  takeVoucher(command: contract.RedemptionCommand): Promise<Redeemed> {
    return this.#change(command, { kind: 'take_voucher' });
  }

  settlePayment(command: contract.SettleCommand): Promise<Redeemed> {
    return this.#onRedemptions(command, (redemptions) =>
      redemptions.settlePayment(command.redemptionId, command.asks ?? false),
    );
  }
  confirmCounterPayment(command: contract.CounterPaymentCommand): Promise<Redeemed> {
    const { receipt, actor: by } = command;
    return this.#change(command, { kind: 'payment', event: { kind: 'counter_paid', receipt, by } });
  }
  refundPayment(command: contract.RefundPaymentCommand): Promise<Redeemed> {
    const { amountMinor, actor: by } = command;
    return this.#change(command, { kind: 'payment', event: { kind: 'refund_asked', amountMinor, by } });
  }
  retryRefund(command: contract.RefundCommand): Promise<Redeemed> {
    const { refundKey } = command;
    return this.#change(command, { kind: 'payment', event: { kind: 'refund_retried', refundKey } });
  }
  confirmPaidOutside(command: contract.PaidOutsideCommand): Promise<Redeemed> {
    const { refundKey, reason, actor: by } = command;
    const event = { kind: 'refund_paid_outside', refundKey, reason, by } as const;
    return this.#change(command, { kind: 'payment', event });
  }
  confirmCounterRefund(command: contract.RefundCommand): Promise<Redeemed> {
    const { refundKey, actor: by } = command;
    return this.#change(command, { kind: 'payment', event: { kind: 'refund_handed', refundKey, by } });
  }

  async overview(address: AccountAddress): Promise<Outcome<contract.Overview>> {
    return this.#run(address, (desk, nowMs) => reads.overview(desk, nowMs));
  }
  async listEntries(address: AccountAddress, page: EntryRequest): Promise<Outcome<Page<JournalRow>>> {
    return this.#run(address, (desk, nowMs) => reads.listEntries(desk, page, nowMs));
  }
  async sumEntries(
    address: AccountAddress,
    spans: contract.EntrySpan[],
  ): Promise<Outcome<contract.EntrySums>> {
    return this.#run(address, (desk) => reads.sumEntries(desk, spans));
  }
  async getOrder(
    address: AccountAddress,
    channel: string,
    orderId: string,
  ): Promise<Outcome<contract.PurchaseView>> {
    return this.#run(address, (desk) => reads.getOrder(desk, channel, orderId));
  }
  async listRedemptions(address: AccountAddress, page: PageRequest): Promise<Outcome<Page<RedemptionView>>> {
    return this.#run(address, (desk, nowMs) => reads.listRedemptions(desk, page, nowMs));
  }
  async getRedemption(address: AccountAddress, redemptionId: string): Promise<Redeemed> {
    return this.#run(address, (desk, nowMs) => reads.getRedemption(desk, redemptionId, nowMs));
  }
  async quoteRefund(
    address: AccountAddress,
    refund: Parameters<contract.AccountApi['quoteRefund']>[1],
  ): Promise<Outcome<contract.RefundQuote>> {
    return this.#run(address, (desk, nowMs) => quoteRefund(desk, refund, nowMs));
  }

  async confirmProjected(
    address: AccountAddress,
    range: SeqRange,
  ): Promise<Outcome<{ confirmedSeq: number }>> {
    return this.#core.confirmProjected(target(address), range);
  }
  touch(address: AccountAddress): Promise<Outcome<{ dueAtMs: number | null }>> {
    return this.#core.touch(target(address));
  }
  async exportJournal(address: AccountAddress, page: JournalPage): Promise<Outcome<Page<JournalRow>>> {
    return this.#core.exportJournal(target(address), page);
  }
  async exportState(
    address: AccountAddress,
    page: ExportRequest = FIRST_EXPORT_PAGE,
  ): Promise<Outcome<contract.AccountExport>> {
    return this.#run(address, (desk, nowMs) =>
      exportState(desk, { address, ...this.#core.exportAlarm() }, page, nowMs),
    );
  }

  /** Rows written in this life of the object, alarms included: what its commands cost. */
  rowsWritten(): number {
    return this.#core.database.rowsWritten;
  }

  override alarm(): Promise<void> {
    return this.#core.alarm();
  }

  #run<Value>(address: AccountAddress, act: (desk: AccountDesk, nowMs: number) => Outcome<Value>) {
    return this.#core.run(target(address), (_, nowMs) => act(this.#loaded().desk, nowMs));
  }
  #change(command: contract.RedemptionCommand, event: RedemptionEvent): Promise<Redeemed> {
    return this.#onRedemptions(command, (redemptions) => redemptions.change(command, event));
  }
  async #onRedemptions(
    { address }: { address: AccountAddress },
    act: (redemptions: OpenAccount['redemptions']) => Promise<Redeemed>,
  ): Promise<Redeemed> {
    const reached = this.#core.reach(address.tenantId, address.memberId);
    return reached.ok ? act(this.#loaded().redemptions) : reached;
  }
  #loaded(): OpenAccount {
    if (this.#open === null) throw new Error('an opened account is loaded');
    return this.#open;
  }
}

function target({ tenantId, memberId }: AccountAddress): { tenantId: string; objectId: string } {
  return { tenantId, objectId: memberId };
}
