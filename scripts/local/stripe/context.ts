import type { Parameters } from './parameters.ts';
import type { Store } from './store.ts';

/** The platform's own account: it owns application fees. */
export const PLATFORM_ACCOUNT = 'acct_1PointmallPlatform';
export const APPLICATION = 'ca_PointmallOnThisMachine0000000';
export const PLATFORM_COUNTRY = 'US';
/** The API version that the `stripe` package speaks; a test holds the two together. */
export const API_VERSION = '2026-10-28.endive';

/** What every verb of the stand-in works with. */
export type Context = {
  store: Store;
  /** Local time, held still for the length of one request. */
  nowMs: number;
  /** Base address of the hosted pages. */
  url: string;
  /** The account that is acted on. */
  account: string;
  /** The API request that events name as their cause; null for what happens elsewhere. */
  cause: { id: string; idempotencyKey: string | null } | null;
};

/** An API request whose caller is known. */
export type Call = Context & {
  ids: string[];
  parameters: Parameters;
  /** Whether the account was named by `Stripe-Account`: it is not the platform's own. */
  connected: boolean;
};

export type Endpoint = {
  method: 'GET' | 'POST';
  /** Such as `/v1/refunds/:id`. */
  path: string;
  /**
   * Checks the parameters and returns what is then executed. A refusal of the first is not kept
   * under the idempotency key, whatever the second ends in is: Stripe's own rule.
   */
  handle(call: Call): () => unknown;
};

export const secondsOf = (ms: number) => Math.floor(ms / 1000);
