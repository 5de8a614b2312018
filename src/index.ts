export type { AccountApi } from './account/contract.ts';
export type { StockApi } from './stock/contract.ts';
export { RewardStock } from './stock/reward-stock.ts';
