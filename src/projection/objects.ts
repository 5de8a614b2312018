import type { AccountApi } from '../account/contract.ts';
import type { RowOrigin } from '../domain/fold/projected.ts';
import type { Outcome } from '../domain/outcome.ts';
import { callObject } from '../object/object-client.ts';
import type { StockApi } from '../stock/contract.ts';
import type { SeqRange } from './arrived.ts';

export type ObjectBindings = { ACCOUNT: DurableObjectNamespace; STOCK: DurableObjectNamespace };

/** What projection, sweeps and audit ask of any object, whatever its kind. */
export type AnyObject = {
  confirmProjected(range: Pick<SeqRange, 'epoch' | 'fromSeq' | 'toSeq'>): Promise<Outcome<unknown>>;
  touch(): Promise<Outcome<{ dueAtMs: number | null }>>;
};

export function objectAt(bindings: ObjectBindings, origin: RowOrigin, region: string | null): AnyObject {
  const { kind, tenantId, objectId } = origin;
  if (kind === 'account') {
    const target = { namespace: bindings.ACCOUNT, tenantId, objectId, region };
    const address = { tenantId, memberId: objectId };
    return {
      confirmProjected: (range) =>
        callObject(target, (api: AccountApi) => api.confirmProjected(address, range)),
      touch: () => callObject(target, (api: AccountApi) => api.touch(address)),
    };
  }
  const target = { namespace: bindings.STOCK, tenantId, objectId, region };
  const address = { tenantId, stockId: objectId };
  return {
    confirmProjected: (range) => callObject(target, (api: StockApi) => api.confirmProjected(address, range)),
    touch: () => callObject(target, (api: StockApi) => api.touch(address)),
  };
}
