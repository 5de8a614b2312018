import { startingServices } from '../../src/domain/counter/service.ts';
import type { CounterAnswer } from '../../src/features/counter/schemas.ts';

/** The counter of a salon that also sells. */
export const COUNTER: CounterAnswer = {
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  undoMinutes: 10,
  categories: ['换季清仓', '储值'],
  services: startingServices('beauty'),
  visitPoints: 50,
  limits: { grantPoints: 2_000, dayPoints: 20_000 },
  usedTodayPoints: 1_280,
  shopKind: 'visits',
  branches: [],
  changedAt: null,
};
