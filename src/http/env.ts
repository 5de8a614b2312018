import type { Context as HonoContext } from 'hono';
import type { Context, Services, Tenant } from '../context.ts';
import type { KnownMember } from '../features/mall/read-member.ts';
import type { OpenVisit } from '../features/mall/visit.ts';
import type { StaffSession } from './staff-session.ts';

/** What middleware puts beside a request. `ctx` is there wherever a route's access names a shop. */
export type AppEnv = {
  Bindings: Env;
  Variables: {
    requestId: string;
    services: Services;
    /** The shop that the host, the key or the session names. */
    tenant: Tenant;
    ctx: Context;
    session: StaffSession;
    /** On an open mall: what its pages are drawn from. */
    visit: OpenVisit;
    /** Behind a widget's bearer: the member with her figures as they were when she asked. */
    member: KnownMember;
    /** Of a write: what the client calls this attempt, parsed from Idempotency-Key. */
    idempotencyKey: string;
  };
};

export type AppContext = HonoContext<AppEnv>;
