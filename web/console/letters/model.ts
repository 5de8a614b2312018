import type { MemberLetter } from '../../../src/domain/letter.ts';
import type { Letter } from './api.ts';

const KINDS: Record<MemberLetter, MemberLetter> = {
  order_confirmed: 'order_confirmed',
  order_ready: 'order_ready',
  order_handed_over: 'order_handed_over',
  order_shipped: 'order_shipped',
  order_cancelled: 'order_cancelled',
  order_refunded: 'order_refunded',
  question_answered: 'question_answered',
  account_closed: 'account_closed',
};

/** The words of a kind; null of one that this console does not know. */
export function kindWords(kind: string): MemberLetter | null {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind as MemberLetter] : null;
}

/** What a letter leads to: the redemption that it tells of, the inbox, or nothing where its account is closed. */
export function leadsTo({ kind, memberId, subjectId }: Pick<Letter, 'kind' | 'memberId' | 'subjectId'>) {
  if (kind.startsWith('order_'))
    return {
      to: '/redemptions/$memberId/$redemptionId',
      params: { memberId, redemptionId: subjectId },
    } as const;
  if (kind === 'question_answered') return { to: '/questions', search: { tab: 'answered' } } as const;
  return null;
}
