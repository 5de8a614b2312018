import type { Purchase } from '../domain/ledger/purchase.ts';
import type { Programme } from '../domain/programme/programme.ts';
import type { Database } from '../object/database.ts';

/** The SQL of purchases, of the rule bodies that they were granted under, and of units per reward. */
export class RecordStore {
  #database: Database;
  #accountId: string;

  constructor(database: Database, accountId: string) {
    this.#database = database;
    this.#accountId = accountId;
  }

  purchase(channel: string, orderId: string): Purchase | null {
    const row = this.#database.first<{ body: string }>(
      'select body from purchases where account_id = ? and channel = ? and order_id = ?',
      this.#accountId,
      channel,
      orderId,
    );
    return row && JSON.parse(row.body);
  }

  /** Throws where the purchase is known: its key is taken for ever, and the command is undone. */
  insertPurchase(purchase: Purchase): void {
    this.#database.run(
      'insert into purchases (account_id, channel, order_id, body) values (?, ?, ?, ?)',
      this.#accountId,
      purchase.channel,
      purchase.orderId,
      JSON.stringify(purchase),
    );
  }

  updatePurchase(purchase: Purchase): void {
    this.#database.run(
      'update purchases set body = ? where account_id = ? and channel = ? and order_id = ?',
      JSON.stringify(purchase),
      this.#accountId,
      purchase.channel,
      purchase.orderId,
    );
  }

  /** Purchases by name, those after the given one. */
  purchasesAfter([channel, orderId]: [string, string], limit: number): Purchase[] {
    return this.#database
      .all<{ body: string }>(
        `select body from purchases where account_id = ? and (channel, order_id) > (?, ?)
          order by channel, order_id limit ?`,
        this.#accountId,
        channel,
        orderId,
        limit,
      )
      .map((row) => JSON.parse(row.body));
  }

  ruleBody(hash: string): Programme | null {
    const row = this.#database.first<{ body: string }>(
      'select body from rule_bodies where account_id = ? and hash = ?',
      this.#accountId,
      hash,
    );
    return row && JSON.parse(row.body);
  }

  /** Keeps a rule body once, so that a refund years later needs nothing from outside. */
  keepRuleBody(hash: string, body: Programme): void {
    if (this.ruleBody(hash) !== null) return;
    this.#database.run(
      'insert into rule_bodies (account_id, hash, body) values (?, ?, ?)',
      this.#accountId,
      hash,
      JSON.stringify(body),
    );
  }

  takenUnits(rewardIds: readonly string[]): Map<string, number> {
    const rows = this.#database.all<{ reward_id: string; units: number }>(
      `select reward_id, units from reward_units
        where account_id = ? and reward_id in (select value from json_each(?))`,
      this.#accountId,
      JSON.stringify(rewardIds),
    );
    return new Map(rows.map((row) => [row.reward_id, row.units]));
  }

  addUnits(changes: readonly { rewardId: string; units: number }[]): void {
    for (const { rewardId, units } of changes)
      this.#database.run(
        `insert into reward_units (account_id, reward_id, units) values (?, ?, ?)
          on conflict (account_id, reward_id) do update set units = units + excluded.units`,
        this.#accountId,
        rewardId,
        units,
      );
  }
}
