import type { ChecklistAnswer } from '../../src/features/checklist/schemas.ts';
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
    { item: 'payments', done: false, optional: true },
  ],
};

const url = `http://mianyu.localhost:8787/join?test=${'sealed'.repeat(20)}`;

/** The owner's own try, before and after her phone has joined. */
export const TEST_MEMBER: Record<'waiting' | 'joined', TestMemberAnswer> = {
  waiting: { member: null, join: { url, untilMs: Date.now() + 600_000 }, hasRealMembers: false },
  joined: { member: { ...overview.member, isTest: true }, join: null, hasRealMembers: true },
};
