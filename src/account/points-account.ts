import { DurableObject } from 'cloudflare:workers';
import { isTimeZone } from '../domain/calendar.ts';
import type { JournalMessage, JournalRow } from '../domain/journal.ts';
import { type Outcome, refuse } from '../domain/outcome.ts';
import type { RedemptionEvent } from '../domain/redemption/transitions.ts';
import { callObject } from '../object/object-client.ts';
import { objectClock } from '../object/object-clock.ts';
import { ObjectCore } from '../object/object-core.ts';
import { AccountDesk, writeOpening } from './account-desk.ts';
import { accountJobs, type OpenAccount } from './account-jobs.ts';
import * as reads from './account-reads.ts';
import { adjust } from './commands/adjust.ts';
import { earnOrder } from './commands/earn-order.ts';
import { endSessions, eraseDetails } from './commands/person.ts';
import { refundOrder } from './commands/refund-order.ts';
import type * as contract from './contract.ts';
import type { AccountAddress, Page, RedemptionView } from './contract.ts';
import { ACCOUNT_MIGRATIONS } from './migrations.ts';
import { type CallStock, RedemptionDesk } from './redemption-desk.ts';

type Bindings = { JOURNAL_QUEUE: Queue<JournalMessage>; STOCK: DurableObjectNamespace };
type Range = { epoch: number; fromSeq: number; toSeq: number };

/** One member's points at one shop, and her redemptions from first to last. One writer, one journal. */
export class PointsAccount extends DurableObject<Bindings> implements contract.AccountApi {
  #core: ObjectCore;
  #open: OpenAccount | null = null;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    // An account in a jurisdiction finds its stocks inside the same one.
    const region = ctx.id.jurisdiction ?? null;
    this.#core = new ObjectCore({
      ctx,
      kind: 'account',
      queue: env.JOURNAL_QUEUE,
      clock: objectClock,
      migrations: ACCOUNT_MIGRATIONS,
      jobs: accountJobs(() => this.#open),
      load: (opened) => {
        const { tenantId } = opened.address;
        const callStock: CallStock = (stockId, call) =>
          callObject({ namespace: env.STOCK, tenantId, objectId: stockId, region }, call);
        const desk = new AccountDesk(this.#core.database, opened);
        this.#open = { desk, redemptions: new RedemptionDesk(this.#core, desk, callStock) };
      },
    });
  }

  async open(command: contract.OpenCommand): Promise<Outcome<{ epoch: number }>> {
    const { address, epoch, timeZone } = command;
    if (!isTimeZone(timeZone))
      return refuse({ code: 'invalid_input', field: 'timeZone', reason: 'not_a_time_zone' });
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
  async endSessions(command: contract.Command): Promise<Outcome<{ sessionGeneration: number }>> {
    return this.#run(command.address, (desk, nowMs) => endSessions(desk, command, nowMs));
  }
  async eraseDetails(command: contract.Command): Promise<Outcome<{ erasedRows: number }>> {
    return this.#run(command.address, (desk, nowMs) => eraseDetails(desk, command, nowMs));
  }

  async redeem(command: contract.RedeemCommand): Promise<Outcome<RedemptionView>> {
    const reached = this.#core.reach(command.address.tenantId, command.address.memberId);
    return reached.ok ? this.#loaded().redemptions.redeem(command) : reached;
  }
  cancelRedemption(command: contract.CancelCommand): Promise<Outcome<RedemptionView>> {
    const { reason, actor } = command;
    return this.#change(command, { kind: 'cancel', reason, by: actor.kind });
  }
  answerCancelRequest(command: contract.AnswerCancelCommand): Promise<Outcome<RedemptionView>> {
    const { accept, actor } = command;
    return this.#change(command, { kind: 'answer_cancel', accept, by: actor.kind });
  }
  startFulfilment(command: contract.RedemptionCommand): Promise<Outcome<RedemptionView>> {
    return this.#change(command, { kind: 'start_fulfilment' });
  }
  ship(command: contract.ShipCommand): Promise<Outcome<RedemptionView>> {
    const { carrier, trackingNumber } = command;
    return this.#change(command, { kind: 'ship', carrier, trackingNumber });
  }
  markReceived(command: contract.RedemptionCommand): Promise<Outcome<RedemptionView>> {
    return this.#change(command, { kind: 'receive' });
  }

  async overview(address: AccountAddress): Promise<Outcome<contract.Overview>> {
    return this.#run(address, (desk, nowMs) => reads.overview(desk, nowMs));
  }
  async listEntries(address: AccountAddress, page: contract.PageRequest): Promise<Outcome<Page<JournalRow>>> {
    return this.#run(address, (desk) => reads.listEntries(desk, page));
  }
  async listRedemptions(
    address: AccountAddress,
    page: contract.PageRequest,
  ): Promise<Outcome<Page<RedemptionView>>> {
    return this.#run(address, (desk) => reads.listRedemptions(desk, page));
  }
  async getRedemption(address: AccountAddress, redemptionId: string): Promise<Outcome<RedemptionView>> {
    return this.#run(address, (desk) => reads.getRedemption(desk, redemptionId));
  }

  async confirmProjected(address: AccountAddress, range: Range): Promise<Outcome<{ confirmedSeq: number }>> {
    return this.#core.confirmProjected(target(address), range);
  }
  touch(address: AccountAddress): Promise<Outcome<{ dueAtMs: number | null }>> {
    return this.#core.touch(target(address));
  }
  async exportJournal(
    address: AccountAddress,
    page: { fromSeq: number; limit: number },
  ): Promise<Outcome<Page<JournalRow>>> {
    return this.#core.exportJournal(target(address), page);
  }
  async exportState(address: AccountAddress): Promise<Outcome<contract.AccountExport>> {
    return this.#run(address, (desk, nowMs) =>
      reads.exportState(desk, { address, ...this.#core.exportAlarm() }, nowMs),
    );
  }

  /** Rows written in this life of the object, alarms included: what its commands cost. */
  rowsWritten(): number {
    return this.#core.database.rowsWritten;
  }

  override alarm(): Promise<void> {
    return this.#core.alarm();
  }

  #run<Value>(
    address: AccountAddress,
    act: (desk: AccountDesk, nowMs: number) => Outcome<Value>,
  ): Outcome<Value> {
    return this.#core.run(target(address), (_, nowMs) => act(this.#loaded().desk, nowMs));
  }
  async #change(
    command: contract.RedemptionCommand,
    event: RedemptionEvent,
  ): Promise<Outcome<RedemptionView>> {
    const reached = this.#core.reach(command.address.tenantId, command.address.memberId);
    return reached.ok ? this.#loaded().redemptions.change(command, event) : reached;
  }
  #loaded(): OpenAccount {
    if (this.#open === null) throw new Error('an opened account is loaded');
    return this.#open;
  }
}

function target({ tenantId, memberId }: AccountAddress): { tenantId: string; objectId: string } {
  return { tenantId, objectId: memberId };
}
