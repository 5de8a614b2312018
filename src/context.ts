import type Stripe from 'stripe';
import type { AccountAddress, AccountApi, ActorRef } from './account/contract.ts';
import type { Config } from './config.ts';
import type { AuthDatabase } from './db/client.ts';
import type { Directory } from './db/directory.ts';
import type { Db } from './db/tenant.ts';
import type { BranchRef } from './domain/actor.ts';
import type { Locale } from './domain/locale.ts';
import type { PointsName } from './domain/shop.ts';
import type { ShopClosing } from './domain/shop-closing.ts';
import type { Clock } from './lib/clock.ts';
import type { Log } from './lib/log.ts';
import type { StockAddress, StockApi } from './stock/contract.ts';

export type { Clock, Config, Db, Locale, Log };

/** What every request knows of the shop that it is about; kept at the edge beside the host. */
export type Tenant = {
  id: string;
  slug: string;
  name: string;
  /** `building` until the owner opens the mall; visitors of a building mall are told so. */
  state: 'building' | 'open';
  locale: Locale;
  currency: string;
  timeZone: string;
  industry: string;
  /** Location hint or jurisdiction given at every first touch of an object; fixed at sign-up. */
  region: string | null;
  /** The shop's own word for points. */
  pointsName: PointsName;
  /** In which its mall is offered; absent: all. */
  languages?: readonly Locale[];
  /** When it closes, where its owner has asked; on a mall's host as the published snapshot says. */
  closing?: ShopClosing;
};

export const STAFF_ROLES = ['owner', 'manager', 'clerk'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const SCOPES = [
  'orders:write',
  'members:read',
  'members:write',
  'programme:read',
  'programme:write',
  'rewards:read',
  'rewards:write',
  'redemptions:read',
  'redemptions:write',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Who asks. `visitor` is anyone on a mall who has not signed in. */
export type Actor =
  | { kind: 'visitor' }
  /** `provedUntilMs`: until then a large redemption asks for no code; null: it asks. */
  | { kind: 'member'; memberId: string; sessionGeneration: number; provedUntilMs: number | null }
  /** `branch`: in which of the shop's branches she stands, as her device says. */
  | { kind: 'staff'; userId: string; name: string; role: StaffRole; branch?: BranchRef }
  | { kind: 'api'; keyId: string; name: string; scopes: readonly Scope[] }
  | { kind: 'system'; name: string };

/** An object's methods without its address: the client adds it. */
type Addressed<Api, Address> = {
  [Method in keyof Api]: Api[Method] extends (first: infer First, ...rest: infer Rest) => infer Answer
    ? First extends Address
      ? (...rest: Rest) => Answer
      : (command: Omit<First, 'address'>, ...rest: Rest) => Answer
    : never;
};

/** Points accounts of one tenant; a transport fault that retrying does not cure is AppError `unavailable`. */
export type AccountClient = { of(memberId: string): Addressed<AccountApi, AccountAddress> };
/** Reward stocks of one tenant, under the same promise. */
export type StockClient = { of(stockId: string): Addressed<StockApi, StockAddress> };

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Who it comes from in the reader's list of letters; absent: the installation's own name. */
  fromName?: string;
  /** Whom an answer reaches. */
  replyTo?: string;
  /** The provider takes a letter once under this name, for a day. */
  key?: string;
};
/** Hands one letter over; throws AppError `unavailable` when the provider did not take it. */
export type Mailer = { send(mail: Mail): Promise<void> };

export type TextMessage = { to: string; text: string };
export type SmsSender = { send(message: TextMessage): Promise<void> };

/** What exists before it is known which shop a request is about. */
export type Services = {
  db: Db;
  /** The few questions that are asked before a shop is known. */
  directory: Directory;
  /** People of the console and their sessions, which the application's own role cannot see. */
  authDb: AuthDatabase;
  edge: KVNamespace;
  /** How often a miss at the edge may go on to Postgres, per shop. */
  fallbackLimit: RateLimit;
  /** How often one network asks a shop for a session of the widget, and how many a shop opens. */
  sessionCallerLimit: RateLimit;
  sessionShopLimit: RateLimit;
  pictures: R2Bucket;
  clock: Clock;
  log: Log;
  requestId: string;
  config: Config;
  mail: Mailer;
  /** Null where no provider is configured: phone sign-in is then hidden and refused. */
  sms: SmsSender | null;
  /** Null where no key is configured: no shop can then take cards, and everything else works. */
  stripe: Stripe | null;
  /** The language that the answer is written in. */
  locale: Locale;
  /** Lets work go on after the answer; nothing about points may be given to it. */
  defer(work: Promise<unknown>): void;
};

/** What a verb is given, as `verbNoun({ ctx, input })`. */
export type Context = Services & {
  tenant: Tenant;
  actor: Actor;
  accounts: AccountClient;
  stocks: StockClient;
};

/** The actor as objects and the audit log record it: an opaque id and never a person's name. */
export function actorRef(actor: Actor): ActorRef {
  switch (actor.kind) {
    case 'visitor':
      return { kind: 'system', id: 'visitor' };
    case 'member':
      return { kind: 'member', id: actor.memberId };
    case 'staff':
      return { kind: 'staff', id: actor.userId, ...(actor.branch && { branch: actor.branch }) };
    case 'api':
      return { kind: 'api', id: actor.keyId };
    case 'system':
      return { kind: 'system', id: actor.name };
  }
}
