import { type SQL, sql } from 'drizzle-orm';
import type { NeonHttpDatabase } from 'drizzle-orm/neon-http';
import type { ObjectKind } from '../domain/journal.ts';
import { asAppFailure } from './failure.ts';

/** One object of the registry. */
export type RegisteredObject = { kind: ObjectKind; tenantId: string; objectId: string };

/** An order by its name, and the shop that it was reported to. */
export type OverdueOrder = { tenantId: string; channel: string; orderId: string };

/** What may be asked without a tenant: each is a security-definer function of schema `directory`. */
export type Directory = {
  /** Which shop a mall's host belongs to. */
  resolveHost(slug: string): Promise<{ tenantId: string; state: 'building' | 'open' } | null>;
  /** Whose API key this is; null for unknown and revoked ones. */
  resolveKey(
    keyHash: string,
  ): Promise<{ tenantId: string; keyId: string; name: string; scopes: string[] } | null>;
  /** Whose account at Stripe this is; null for one that no shop has now. */
  resolvePaymentAccount(accountId: string): Promise<{ tenantId: string } | null>;
  /** One page of the accounts that shops have connected, in the order of the shops' ids. */
  connectedAccounts(input: {
    afterTenantId: string | null;
    limit: number;
  }): Promise<{ tenantId: string; accountId: string }[]>;
  /** Objects whose alarm should have rung before the moment, most overdue first. */
  dueObjects(input: { beforeMs: number; limit: number }): Promise<RegisteredObject[]>;
  /** Orders that should have been credited to their members by the moment, longest overdue first. */
  overdueOrders(input: { byMs: number; limit: number }): Promise<OverdueOrder[]>;
  /** Shops that have letters to send by the moment, longest overdue first. */
  shopsWithLetters(input: { byMs: number; limit: number }): Promise<{ tenantId: string }[]>;
  /** Shops whose scheduled design is due by the moment, longest overdue first. */
  shopsWithDesigns(input: { byMs: number; limit: number }): Promise<{ tenantId: string }[]>;
  /** Shops whose owners are due a letter about their closing by the moment, longest overdue first. */
  shopsClosing(input: { byMs: number; limit: number }): Promise<{ tenantId: string }[]>;
  /** Lists of members being brought in or taken back that nobody took on since the moment, the oldest first. */
  importsUnderWay(input: {
    sinceMs: number;
    limit: number;
  }): Promise<{ tenantId: string; importId: string }[]>;
  /**
   * One page of the registry's objects of a kind, in the order of their keys. `slice` of `slices`
   * parts them evenly by hash, so that a sweep can be spread over a day; 0 of 1 is all of them.
   */
  registeredObjects(input: {
    kind: ObjectKind;
    slice: number;
    slices: number;
    after: RegisteredObject | null;
    limit: number;
  }): Promise<RegisteredObject[]>;
};

type Row = Record<string, unknown>;

export function directory(connected: NeonHttpDatabase<Record<string, unknown>>): Directory {
  const ask = async <Answer extends Row>(question: SQL): Promise<Answer[]> => {
    try {
      return (await connected.execute<Answer>(question)).rows;
    } catch (failure) {
      // Drizzle wraps what the driver threw.
      throw asAppFailure(failure instanceof Error && failure.cause ? failure.cause : failure);
    }
  };
  return {
    async resolveHost(slug) {
      const [found] = await ask<{ tenantId: string; state: 'building' | 'open' }>(
        sql`select tenant_id as "tenantId", state from directory.resolve_host(${slug})`,
      );
      return found ?? null;
    },
    async resolveKey(keyHash) {
      const [found] = await ask<{ tenantId: string; keyId: string; name: string; scopes: string[] }>(
        sql`select tenant_id as "tenantId", key_id as "keyId", name, scopes from directory.resolve_key(${keyHash})`,
      );
      return found ?? null;
    },
    async resolvePaymentAccount(accountId) {
      const [found] = await ask<{ tenantId: string }>(
        sql`select tenant_id as "tenantId" from directory.resolve_payment_account(${accountId})`,
      );
      return found ?? null;
    },
    connectedAccounts({ afterTenantId, limit }) {
      return ask<{ tenantId: string; accountId: string }>(
        sql`select tenant_id as "tenantId", account_id as "accountId"
            from directory.connected_accounts(${afterTenantId ?? ''}, ${limit})`,
      );
    },
    dueObjects({ beforeMs, limit }) {
      const before = new Date(beforeMs).toISOString();
      return ask<RegisteredObject>(
        sql`select kind, tenant_id as "tenantId", object_id as "objectId"
            from directory.due_objects(${before}::timestamptz, ${limit})`,
      );
    },
    overdueOrders({ byMs, limit }) {
      const by = new Date(byMs).toISOString();
      return ask<OverdueOrder>(
        sql`select tenant_id as "tenantId", channel, order_id as "orderId"
            from directory.overdue_orders(${by}::timestamptz, ${limit})`,
      );
    },
    shopsWithLetters({ byMs, limit }) {
      const by = new Date(byMs).toISOString();
      return ask<{ tenantId: string }>(
        sql`select tenant_id as "tenantId" from directory.shops_with_letters(${by}::timestamptz, ${limit})`,
      );
    },
    shopsWithDesigns({ byMs, limit }) {
      const by = new Date(byMs).toISOString();
      return ask<{ tenantId: string }>(
        sql`select tenant_id as "tenantId" from directory.shops_with_designs(${by}::timestamptz, ${limit})`,
      );
    },
    shopsClosing({ byMs, limit }) {
      const by = new Date(byMs).toISOString();
      return ask<{ tenantId: string }>(
        sql`select tenant_id as "tenantId" from directory.shops_closing(${by}::timestamptz, ${limit})`,
      );
    },
    importsUnderWay({ sinceMs, limit }) {
      return ask<{ tenantId: string; importId: string }>(
        sql`select tenant_id as "tenantId", import_id as "importId"
            from directory.imports_under_way(${new Date(sinceMs).toISOString()}::timestamptz, ${limit})`,
      );
    },
    registeredObjects({ kind, slice, slices, after, limit }) {
      return ask<RegisteredObject>(
        sql`select ${kind}::text as kind, tenant_id as "tenantId", object_id as "objectId"
            from directory.registered_objects(
              ${kind}, ${slice}, ${slices}, ${after?.tenantId ?? ''}, ${after?.objectId ?? ''}, ${limit})`,
      );
    },
  };
}
