import type { OrderResult, RefundResult } from '../../account/contract.ts';
import { isoOrNull } from '../../lib/instant.ts';
import type { CreditedAnswer, RefundAnswer } from './schemas.ts';

export function creditedAnswer(memberId: string, result: OrderResult): CreditedAnswer {
  const { occurredAtMs: _asReported, availableAtMs, expiresAtMs, ...rest } = result;
  return {
    state: 'credited',
    memberId,
    ...rest,
    availableAt: isoOrNull(availableAtMs),
    expiresAt: isoOrNull(expiresAtMs),
  };
}

export function takenBackAnswer(memberId: string, result: RefundResult): RefundAnswer {
  return { state: 'taken_back', memberId, ...result };
}
