export type { AccountApi } from './account/contract.ts';
export type { StockApi } from './stock/contract.ts';
