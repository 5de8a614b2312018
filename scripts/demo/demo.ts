import type { InboxMessage } from '../local/inbox.ts';
import type { localFetch } from '../local/local-fetch.ts';

/** The running server as the demo's maker sees it: over HTTP, like any merchant, clerk or member. */
export type DemoTarget = {
  /** `localhost:8787`: site, `console.`, `api.` and each shop's name in front of it. */
  rootHost: string;
  fetch: typeof localFetch;
  /** What was sent to an e-mail address or a phone, newest first: codes are read here. */
  inbox(to: string): Promise<InboxMessage[]>;
  /** Whether the stand-in answers for Stripe: nothing of the demo's goes to the real one. */
  hasStandIn: boolean;
  /** Sets how far the server's clock is from the machine's, and wakes every object for its new time. */
  moveClock(offsetMs: number): Promise<unknown>;
  /** Shown while it runs. */
  say(line: string): void;
};

/** What was made, written whole to demo.json in the state folder; the starter prints these parts. */
export type Demo = {
  shops: { name: string; mall: string; console: string; picture: string }[];
  /** What shows most in a minute, with a command where it is one. */
  tryThese: { title: string; how: string; command: string | null }[];
  signIns: { shop: string; role: string; address: string; user: string; password: string }[];
  /** Those who are named, and what each is there to show. */
  members: { shop: string; address: string; name: string; signInWith: string; shows: string }[];
  /** Who has bought and not joined: her order's points wait for her. */
  newcomers: { shop: string; address: string; name: string; joinWith: string; shows: string }[];
  apiKeys: { shop: string; name: string; key: string }[];
};
