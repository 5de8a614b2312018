import { DurableObject } from 'cloudflare:workers';
import type { Page } from '../account/contract.ts';
import type { JournalMessage, JournalRow } from '../domain/journal.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type ExportRequest, FIRST_EXPORT_PAGE } from '../object/export-page.ts';
import { GroupCommit } from '../object/group-commit.ts';
import { objectClock } from '../object/object-clock.ts';
import { ObjectCore } from '../object/object-core.ts';
import type { Opened } from '../object/opened.ts';
import type {
  LineCommand,
  OpenStockCommand,
  PriceTerms,
  ReservationState,
  ReserveCommand,
  StockAddress,
  StockApi,
  StockCommand,
  StockCounts,
  StockExport,
  StockOverview,
} from './contract.ts';
import { STOCK_MIGRATIONS } from './migrations.ts';
import { StockDesk } from './stock-desk.ts';

type Bindings = { JOURNAL_QUEUE: Queue<JournalMessage> };
type Range = { epoch: number; fromSeq: number; toSeq: number };

/** A reward's units and its price gate. One writer: every change goes through one group commit. */
export class RewardStock extends DurableObject<Bindings> implements StockApi {
  #core: ObjectCore;
  #desk: StockDesk;
  #group: GroupCommit;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    this.#core = new ObjectCore({
      ctx,
      kind: 'stock',
      queue: env.JOURNAL_QUEUE,
      clock: objectClock,
      migrations: STOCK_MIGRATIONS,
      jobs: [],
      load: (opened) => this.#desk.load(opened),
    });
    this.#desk = new StockDesk(this.#core.database);
    this.#group = new GroupCommit({
      settle: () => {
        this.#core.assertHead();
        this.#core.settle();
      },
      sync: () => ctx.storage.sync(),
      abandon: (failure) => this.#core.abandon(failure),
    });
  }

  async open(command: OpenStockCommand): Promise<Outcome<{ epoch: number }>> {
    const { address, epoch, allocation } = command;
    return this.#core.open({ ...target(address), epoch }, (transaction, nowMs) =>
      this.#desk.writeOpening(transaction, allocation.unlimited, nowMs),
    );
  }

  changeUnits(command: StockCommand & { deltaUnits: number; reason: string }): Promise<Outcome<StockCounts>> {
    return this.#together(command, (opened, nowMs) => this.#desk.changeUnits(opened, command, nowMs));
  }

  publishPrice(command: StockCommand & { terms: PriceTerms }): Promise<Outcome<StockOverview>> {
    return this.#together(command, (opened, nowMs) => this.#desk.publishPrice(opened, command, nowMs));
  }

  stop(command: StockCommand): Promise<Outcome<StockOverview>> {
    return this.#together(command, (opened, nowMs) => this.#desk.setStopped(opened, command, true, nowMs));
  }

  resume(command: StockCommand): Promise<Outcome<StockOverview>> {
    return this.#together(command, (opened, nowMs) => this.#desk.setStopped(opened, command, false, nowMs));
  }

  reserve(command: ReserveCommand): Promise<Outcome<{ state: ReservationState }>> {
    return this.#together(command, (opened, nowMs) => this.#desk.reserve(opened, command, nowMs));
  }

  commit(command: LineCommand): Promise<Outcome<{ state: ReservationState }>> {
    return this.#together(command, (opened, nowMs) => this.#desk.commit(opened, command, nowMs));
  }

  cancel(command: LineCommand): Promise<Outcome<{ state: ReservationState }>> {
    return this.#together(command, (opened, nowMs) => this.#desk.cancel(opened, command, nowMs));
  }

  async overview(address: StockAddress): Promise<Outcome<StockOverview>> {
    return this.#core.run(target(address), ({ journal }, nowMs) => ({
      ok: true,
      value: this.#desk.overview(journal.head.seq, nowMs),
      replayed: false,
      seq: journal.head.seq,
    }));
  }

  async confirmProjected(address: StockAddress, range: Range): Promise<Outcome<{ confirmedSeq: number }>> {
    return this.#core.confirmProjected(target(address), range);
  }

  touch(address: StockAddress): Promise<Outcome<{ dueAtMs: number | null }>> {
    return this.#core.touch(target(address));
  }

  async exportJournal(
    address: StockAddress,
    page: { fromSeq: number; limit: number },
  ): Promise<Outcome<Page<JournalRow>>> {
    return this.#core.exportJournal(target(address), page);
  }

  async exportState(
    address: StockAddress,
    page: ExportRequest = FIRST_EXPORT_PAGE,
  ): Promise<Outcome<StockExport>> {
    return this.#core.run(target(address), (opened) =>
      this.#desk.exportState({ address, ...opened.exportHead(), ...this.#core.exportAlarm() }, page),
    );
  }

  /** Calls and commits since the object woke: what group commit is worth. Not part of its RPC contract. */
  commitFigures(): { calls: number; commits: number } {
    return this.#group.figures;
  }

  /** Rows written since the object woke, the platform's price. Not part of its RPC contract. */
  rowsWritten(): number {
    return this.#core.database.rowsWritten;
  }

  override alarm(): Promise<void> {
    return this.#core.alarm();
  }

  /** Runs the command in the next batch; the address is checked there, on the object as it is then. */
  #together<Value>(
    command: { address: StockAddress },
    act: (opened: Opened, nowMs: number) => Outcome<Value>,
  ): Promise<Outcome<Value>> {
    return this.#group.submit(() => {
      const reached = this.#core.reach(command.address.tenantId, command.address.stockId);
      return reached.ok ? act(reached.opened, this.#core.nowMs) : reached;
    });
  }
}

function target({ tenantId, stockId }: StockAddress): { tenantId: string; objectId: string } {
  return { tenantId, objectId: stockId };
}
