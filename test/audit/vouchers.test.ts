import { expect, test } from 'vitest';
import type { RedemptionView } from '../../src/account/contract.ts';
import { checkVouchers } from '../../src/audit/checks/vouchers.ts';
import type { TenantEvidence } from '../../src/audit/evidence.ts';
import { soundBooks } from './books.ts';

const CODE = 'ABCD2345';

/** The sound books, in which the redemption gave a voucher that was used. */
function booksWithVoucher(): { books: TenantEvidence; redemption: RedemptionView } {
  const books = soundBooks();
  const [account] = books.objects;
  if (account?.kind !== 'account') throw new Error('the sound books have an account');
  const [redemption] = account.state.redemptions;
  if (redemption === undefined) throw new Error('the sound books have a redemption');
  redemption.state = 'used';
  redemption.voucher = { code: CODE, issuedAtMs: 5, validUntilMs: 9, usedAtMs: 7 };
  redemption.timeline.push({ state: 'issued', atMs: 5 }, { state: 'used', atMs: 7 });
  const { tenantId } = books;
  const { memberId, redemptionId } = redemption;
  books.voucherCodes.push({ tenantId, code: CODE, memberId, redemptionId, createdAtMs: 4 });
  return { books, redemption };
}

test('a voucher that was issued once, used once and is registered is sound; so are goods', () => {
  expect(checkVouchers(booksWithVoucher().books)).toEqual([]);
  expect(checkVouchers(soundBooks())).toEqual([]);
});

test.each<[string, (found: ReturnType<typeof booksWithVoucher>) => void]>([
  ['used and never issued', ({ redemption }) => redemption.timeline.splice(1, 1)],
  ['used twice', ({ redemption }) => redemption.timeline.push({ state: 'used', atMs: 8 })],
  [
    'used, and the points given back',
    ({ redemption }) => redemption.timeline.push({ state: 'cancelled', atMs: 8 }),
  ],
  ['issued without a code', ({ redemption }) => delete redemption.voucher],
  ['with a code that nobody can look up', ({ books }) => books.voucherCodes.pop()],
  [
    'with a code that names another redemption',
    ({ books }) => Object.assign(books.voucherCodes[0] ?? {}, { redemptionId: 'rdm_2' }),
  ],
  [
    'with the code of another redemption',
    ({ books, redemption }) => {
      const [account] = books.objects;
      if (account?.kind === 'account')
        account.state.redemptions.push({ ...redemption, redemptionId: 'rdm_2' });
    },
  ],
])('a voucher %s is noticed', (_, breakBooks) => {
  const found = booksWithVoucher();
  breakBooks(found);
  expect(checkVouchers(found.books).map(({ invariant }) => invariant)).toContain('I6');
});
