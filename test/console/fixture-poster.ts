import type { ChecklistAnswer } from '../../src/features/checklist/schemas.ts';
import type { JoinLinkListAnswer } from '../../src/features/join-links/schemas.ts';
import type { TestMemberAnswer } from '../../src/features/poster/schemas.ts';
import { overview } from './fixture-data.ts';

/** A new shop's first steps, two of them done. */
export const CHECKLIST: ChecklistAnswer = {
  hidden: false,
  isNewShop: true,
  liveRewards: 1,
  steps: [
    { item: 'rewards', done: false, optional: false },
    { item: 'sheet', done: true, optional: false },
    { item: 'points', done: true, optional: false },
    { item: 'staff', done: false, optional: false },
    { item: 'imports', done: false, optional: true },
    { item: 'payments', done: false, optional: true },
  ],
};

const url = `http://mianyu.localhost:8787/join?test=${'sealed'.repeat(20)}`;

/** The owner's own try, before and after her phone has joined. */
export const TEST_MEMBER: Record<'waiting' | 'joined', TestMemberAnswer> = {
  waiting: { member: null, join: { url, untilMs: Date.now() + 600_000 }, hasRealMembers: false },
  joined: { member: { ...overview.member, isTest: true }, join: null, hasRealMembers: true },
};

const sheets: JoinLinkListAnswer['sheets'] = [
  { sheet: 'poster', scans: 214, joins: 96, firstRedemptions: 31 },
  { sheet: 'table', scans: 80, joins: 52, firstRedemptions: 20 },
];
const link = {
  createdAt: '2026-11-01T02:00:00.000Z',
  archivedAt: null,
  scans: 120,
  joins: 64,
  firstRedemptions: 22,
};
const urlOf = (token: string) => `http://mianyu.localhost:8787/j/${token}`;

/** What the codes of a shop have led to. */
const JOIN_LINKS: Record<'full' | 'empty', JoinLinkListAnswer> = {
  full: {
    sheets,
    links: [
      { ...link, id: 'jln_1', name: '门口台卡', url: urlOf('kx3v9m2a') },
      {
        ...link,
        id: 'jln_2',
        name: 'VIP 群 2',
        url: urlOf('p7w4h8ne'),
        scans: 0,
        joins: 0,
        firstRedemptions: 0,
      },
      { ...link, id: 'jln_3', name: '夏天市集', url: urlOf('r5c6t2yd'), archivedAt: link.createdAt },
    ],
  },
  empty: {
    sheets: sheets.map(({ sheet }) => ({ sheet, scans: 0, joins: 0, firstRedemptions: 0 })),
    links: [],
  },
};

/** What is answered about joining and the first steps; null for other paths. */
export function joiningAnswer(path: string, world: 'full' | 'empty'): object | null {
  if (path === '/checklist') return CHECKLIST;
  if (path === '/test-member') return TEST_MEMBER[world === 'full' ? 'joined' : 'waiting'];
  return path === '/join-links' ? JOIN_LINKS[world] : null;
}
