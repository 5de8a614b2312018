import type { Timeline } from '../../web/console/members/api.ts';
import { agoAt, entries } from './fixture-data.ts';

/** A member's story with one of each kind. */
export const timeline: Timeline = {
  items: [
    ...entries.items.map((entry) => ({ kind: 'entry' as const, at: entry.at, entry })),
    {
      kind: 'redemption',
      at: agoAt(30),
      redemptionId: 'rdm_1',
      state: 'shipped',
      names: { 'zh-CN': '亚麻围裙', en: 'Linen apron' },
      quantity: 1,
    },
    { kind: 'letter', at: agoAt(30), letterKind: 'order_shipped', key: 'order_shipped/rdm_1' },
    {
      kind: 'question',
      at: agoAt(40),
      questionId: 'qst_1',
      isAnswer: true,
      text: '周日也开门，十点到八点。',
    },
    { kind: 'question', at: agoAt(41), questionId: 'qst_1', isAnswer: false, text: '周日开门吗？' },
    { kind: 'account', at: agoAt(60), seq: 5, event: 'unfrozen', reason: 'cleared', note: null },
    { kind: 'account', at: agoAt(72), seq: 4, event: 'frozen', reason: 'lost_phone', note: '本人来电' },
    { kind: 'account', at: agoAt(2_400), seq: 1, event: 'opened', reason: null, note: null },
  ],
  nextCursor: null,
};
