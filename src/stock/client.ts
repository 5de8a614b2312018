import type { StockClient } from '../context.ts';
import { callObject } from '../object/object-client.ts';
import type { StockApi } from './contract.ts';

/** The reward stocks of one tenant, called by id; faults that retrying does not cure are AppError `unavailable`. */
export function stockClient(setup: {
  namespace: DurableObjectNamespace;
  tenantId: string;
  region: string | null;
}): StockClient {
  const { tenantId } = setup;
  return {
    of(stockId) {
      const address = { tenantId, stockId };
      const call = <Answer>(ask: (stock: StockApi) => Promise<Answer>): Promise<Answer> =>
        callObject<StockApi, Answer>({ ...setup, objectId: stockId }, ask);
      return {
        open: (command) => call((stock) => stock.open({ ...command, address })),
        changeUnits: (command) => call((stock) => stock.changeUnits({ ...command, address })),
        publishPrice: (command) => call((stock) => stock.publishPrice({ ...command, address })),
        stop: (command) => call((stock) => stock.stop({ ...command, address })),
        resume: (command) => call((stock) => stock.resume({ ...command, address })),
        reserve: (command) => call((stock) => stock.reserve({ ...command, address })),
        commit: (command) => call((stock) => stock.commit({ ...command, address })),
        cancel: (command) => call((stock) => stock.cancel({ ...command, address })),
        overview: () => call((stock) => stock.overview(address)),
        confirmProjected: (range) => call((stock) => stock.confirmProjected(address, range)),
        touch: () => call((stock) => stock.touch(address)),
        exportJournal: (page) => call((stock) => stock.exportJournal(address, page)),
        exportState: (page) => call((stock) => stock.exportState(address, page)),
      };
    },
  };
}
