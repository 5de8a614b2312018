import { env } from 'cloudflare:workers';
import { newId } from '../../src/lib/ids.ts';
import { stockClient } from '../../src/stock/client.ts';
import type { PriceTerms, StockAddress, StockApi } from '../../src/stock/contract.ts';
import type { RewardStock } from '../../src/stock/reward-stock.ts';

/** Terms in force since long ago. */
export const TERMS: PriceTerms = {
  priceVersion: 1,
  pointsEach: 100,
  effectiveAtMs: 0,
  startsAtMs: null,
  endsAtMs: null,
};

export const CLERK = { kind: 'staff', id: 'usr_clerk' } as const;

/** A stock of its own tenant, opened, published and filled. */
export async function openStock(
  units: number | 'unlimited',
  terms: PriceTerms = TERMS,
  address: StockAddress = { tenantId: newId('ten'), stockId: newId('rwd') },
) {
  const { tenantId, stockId } = address;
  const stock = stockClient({ namespace: env.STOCK, tenantId, region: null }).of(stockId);
  await stock.open({ epoch: 1, allocation: { policy: 'count', unlimited: units === 'unlimited' } });
  if (units !== 'unlimited' && units > 0)
    await stock.changeUnits({ key: newKey(), actor: CLERK, deltaUnits: units, reason: 'delivery' });
  await stock.publishPrice({ key: newKey(), actor: CLERK, terms });
  const stub = (env.STOCK as DurableObjectNamespace<RewardStock>).getByName(`${tenantId}/${stockId}`);
  return { address, stock, stub };
}

export type OpenStock = Awaited<ReturnType<typeof openStock>>;

let keys = 0;
export function newKey(): string {
  keys += 1;
  return `key-${keys}`;
}

export function line(
  redemptionId: string,
  quantity = 1,
): Omit<Parameters<StockApi['reserve']>[0], 'address'> {
  return { redemptionId, lineId: 'l1', memberId: 'mem_1', quantity, pointsEach: 100, priceVersion: 1 };
}
