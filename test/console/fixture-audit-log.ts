import { agoAt } from './fixture-data.ts';

/** What staff and programs did, newest first. */
export const AUDIT_LOG = {
  items: [
    {
      action: 'redemptions.ship',
      subject: { kind: 'redemption', id: 'rdm_4', memberId: 'mem_10000009', memberName: '林小满' },
      detail: { memberId: 'mem_10000009', state: 'shipped' },
    },
    {
      action: 'points.purchase',
      subject: { kind: 'member', id: 'mem_10000009', name: '林小满' },
      detail: { amountMinor: 12_800 },
    },
    {
      action: 'rewards.units',
      subject: { kind: 'reward', id: 'rwd_1', names: { 'zh-CN': '手作餐具两件套', en: 'Tableware set' } },
      detail: { delta: 20 },
    },
    {
      action: 'staff.invited',
      subject: { kind: 'text', text: 'new@mianyu.example' },
      detail: { role: 'clerk' },
    },
    {
      action: 'points.adjust',
      subject: { kind: 'member', id: 'mem_10000009', name: '林小满' },
      approvedBy: '林店主',
      detail: { points: 1_500, reason: 'goodwill', approvedBy: 'user_1' },
    },
    { action: 'programme.publish', subject: null, detail: { version: 3 } },
  ].map((line, position) => ({
    approvedBy: null,
    ...line,
    id: `aud_${position}`,
    at: agoAt(position * 4 + 1),
    actorKind: line.subject === null ? 'api' : 'staff',
    actorId: 'user_2',
    actorName: line.subject === null ? null : '小陈',
    target: null,
  })),
  nextCursor: null,
};
