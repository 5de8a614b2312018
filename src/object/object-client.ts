import { AppError } from '../lib/app-error.ts';
import { objectName } from './address.ts';

const ATTEMPTS_MAX = 3;
const RETRY_BASE_MS = 100;

/** Hard borders for data; anything else in a tenant's region is a hint for placement. */
const JURISDICTIONS: readonly string[] = ['eu', 'fedramp'];

export type ObjectTarget = {
  namespace: DurableObjectNamespace;
  tenantId: string;
  objectId: string;
  /** The tenant's region, fixed at sign-up: only the first call to an object decides where it lives. */
  region: string | null;
};

/**
 * Calls an object by RPC. What the runtime marks retryable is tried again on a fresh stub, which is
 * safe because every write is idempotent; an overloaded object is left alone. Whatever is left is
 * AppError `unavailable`: the outcome is unknown, and the same key tells.
 */
export async function callObject<Api, Answer>(
  target: ObjectTarget,
  call: (stub: Api) => Promise<Answer>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(stubOf<Api>(target));
    } catch (failure) {
      if (attempt === ATTEMPTS_MAX || !mayRetry(failure))
        throw new AppError('unavailable', {}, { cause: failure });
      await pauseMs(RETRY_BASE_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

/** The one place that says what the bindings cannot: which methods the object behind them has. */
function stubOf<Api>({ namespace, tenantId, objectId, region }: ObjectTarget): Api {
  const name = objectName(tenantId, objectId);
  const bordered = region !== null && JURISDICTIONS.includes(region);
  const within = bordered ? namespace.jurisdiction(region as DurableObjectJurisdiction) : namespace;
  const hint = region !== null && !bordered ? { locationHint: region as DurableObjectLocationHint } : {};
  return within.getByName(name, hint) as unknown as Api;
}

function mayRetry(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  const { retryable, overloaded } = failure as { retryable?: boolean; overloaded?: boolean };
  return retryable === true && overloaded !== true;
}

function pauseMs(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
