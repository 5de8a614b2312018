import type { Question } from '../../web/console/questions/api.ts';

const agoAt = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** An inbox with one of each kind. */
export const questions: Question[] = [
  {
    id: 'qst_1',
    kind: 'question',
    orderNumber: null,
    text: '围巾有别的颜色吗？\n我想送人。',
    askedAt: agoAt(1_600),
    answer: null,
    answeredAt: null,
    memberId: 'mem_10000009',
    memberName: '林小满',
    memberNumber: '10000009',
  },
  {
    id: 'qst_2',
    kind: 'missing_points',
    orderNumber: '8842',
    text: '',
    askedAt: agoAt(20),
    answer: null,
    answeredAt: null,
    memberId: 'mem_10000017',
    memberName: null,
    memberNumber: '10000017',
  },
  {
    id: 'qst_3',
    kind: 'question',
    orderNumber: null,
    text: '周末开门吗？',
    askedAt: agoAt(3_000),
    answer: '开，上午十点到晚上九点。',
    answeredAt: agoAt(2_900),
    memberId: 'mem_10000009',
    memberName: '林小满',
    memberNumber: '10000009',
  },
];
