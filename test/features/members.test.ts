import { describe, expect, test } from 'vitest';
import { isMemberNumber } from '../../src/domain/member-number.ts';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { findMember } from '../../src/features/members/find-member.ts';
import { joinMember } from '../../src/features/members/join-member.ts';
import { listMembers } from '../../src/features/members/list-members.ts';
import { openAccount } from '../../src/features/members/open-account.ts';
import { insertMember } from '../../src/features/members/queries.ts';
import { listAddresses, saveAddress } from '../../src/features/members/save-address.ts';
import { recordPurchase } from '../../src/features/orders/record-purchase.ts';
import { newId } from '../../src/lib/ids.ts';
import { ADDRESS, join, memberWith, must, newKey, openShop, order, pointsOf } from './world.ts';

const LIN = {
  phone: '+8613800138000',
  email: null,
  externalId: null,
  displayName: '林小满',
  locale: null,
  consentVersion: null,
};

describe('a member', () => {
  test('is one, however many join with her phone at once', async () => {
    const shop = await openShop();
    const found = await Promise.all(
      Array.from({ length: 12 }, () => joinMember({ ctx: shop.owner, input: LIN })),
    );
    const ids = new Set(found.map((result) => must(result).member.id));
    expect(ids.size).toBe(1);
    expect(found.filter((result) => must(result).joined)).toHaveLength(1);
    const [memberId = ''] = ids;
    expect(await pointsOf(shop, memberId)).toBe(0);
  });

  test('is found by phone, e-mail and number, in any spelling a clerk may type', async () => {
    const shop = await openShop();
    const input = { ...LIN, email: 'lin@example.com' };
    const { member } = must(await joinMember({ ctx: shop.owner, input }));
    expect(isMemberNumber(member.number)).toBe(true);
    const spellings = [
      '138 0013 8000',
      '+86 13800138000',
      'LIN@example.com',
      member.number,
      `${member.number.slice(0, 4)} ${member.number.slice(4)}`,
    ];
    const found = await Promise.all(
      spellings.map((typed) => findMember({ ctx: shop.owner, input: { typed } })),
    );
    expect(found.map((result) => must(result).id)).toEqual(spellings.map(() => member.id));
  });

  test('of another shop is not found by any of them', async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const { member } = must(await joinMember({ ctx: other.owner, input: LIN }));
    const notFound = { ok: false, refusal: { code: 'not_found' } };
    expect(await findMember({ ctx: shop.owner, input: { typed: '13800138000' } })).toEqual(notFound);
    expect(await findMember({ ctx: shop.owner, input: { typed: member.number } })).toEqual(notFound);
    expect(await findMember({ ctx: shop.owner, input: { typed: 'nobody' } })).toMatchObject({
      refusal: { code: 'invalid_input', field: 'q' },
    });
  });

  test('learns a new identifier, but never one that is somebody else', async () => {
    const shop = await openShop();
    const { member } = must(await joinMember({ ctx: shop.owner, input: LIN }));
    const learned = must(await joinMember({ ctx: shop.owner, input: { ...LIN, externalId: 'customer-7' } }));
    expect([learned.joined, learned.member.id, learned.member.externalId]).toEqual([
      false,
      member.id,
      'customer-7',
    ]);
    const other = await join(shop);
    const clash = await joinMember({ ctx: shop.owner, input: { ...LIN, email: other.email } });
    expect(clash).toMatchObject({ ok: false, refusal: { reason: 'belongs_to_another_member' } });
  });

  test('whose account a crash left unopened has it opened by the next command', async () => {
    const shop = await openShop();
    const memberId = newId('mem');
    await shop.owner.db.batch(shop.tenant.id, [
      insertMember(shop.owner, {
        tenantId: shop.tenant.id,
        id: memberId,
        number: '12345674',
        phone: null,
        email: null,
        provedEmail: null,
        mutedLetters: [],
        externalId: 'crashed',
        displayName: '',
        locale: 'en',
        state: 'active',
        consentVersion: null,
        consentAtMs: null,
        createdAtMs: Date.now(),
      }),
    ]);
    const { body } = await shop.api('POST', '/orders', order({ externalId: 'crashed' }));
    expect([body.state, body.points]).toEqual(['credited', 100]);
    await openAccount(shop.owner, memberId);
    expect(await pointsOf(shop, memberId)).toBe(100);
  });

  test('is listed newest first in pages that neither repeat nor skip, and found by what is typed', async () => {
    const shop = await openShop();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) ids.unshift((await join(shop)).id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = must(
        await listMembers({ ctx: shop.owner, input: { search: null, cursor, limit: 2 } }),
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(ids);
    must(await joinMember({ ctx: shop.owner, input: { ...LIN, displayName: '%_林 Ida Wu' } }));
    const search = async (text: string) =>
      must(await listMembers({ ctx: shop.owner, input: { search: text, cursor: null, limit: 10 } })).items
        .length;
    expect([
      await search('林'),
      await search('%_'),
      await search('WU'),
      await search('8000'),
      await search('138 0013'),
      await search('0%0'),
      await search('x'),
    ]).toEqual([1, 1, 1, 1, 1, 0, 0]);
    expect(
      await listMembers({ ctx: shop.owner, input: { search: null, cursor: 'forged', limit: 2 } }),
    ).toMatchObject({
      refusal: { field: 'cursor' },
    });
  });

  test('keeps the address she used last in front, and no more than ten', async () => {
    const shop = await openShop();
    const memberId = await memberWith(shop, 1);
    for (let house = 1; house <= 12; house += 1) {
      const address = { ...ADDRESS, line1: `南京西路 ${house} 号` };
      await saveAddress({ ctx: shop.owner, input: { memberId, address } });
      await saveAddress({ ctx: shop.owner, input: { memberId, address } });
    }
    const kept = await listAddresses({ ctx: shop.owner, input: { memberId } });
    expect([kept.length, kept[0]?.address.line1, kept.filter(({ isDefault }) => isDefault).length]).toEqual([
      10,
      '南京西路 12 号',
      1,
    ]);
  });
});

describe('at the counter', () => {
  test('a purchase earns once per key and once per receipt', async () => {
    const shop = await openShop();
    const { id: memberId } = await join(shop);
    const key = newKey();
    const input = { memberId, amountMinor: 12_800, category: null, receipt: 'R-1', key };
    const first = must(await recordPurchase({ ctx: shop.owner, input }));
    const again = must(await recordPurchase({ ctx: shop.owner, input }));
    const receiptAgain = { ...input, amountMinor: 12_900, key: newKey() };
    const sameReceipt = await recordPurchase({ ctx: shop.owner, input: receiptAgain });
    const unnamed = must(
      await recordPurchase({ ctx: shop.owner, input: { ...input, receipt: null, key: newKey() } }),
    );
    expect([first, again, unnamed].map((answer) => answer.state === 'credited' && answer.points)).toEqual([
      128, 128, 128,
    ]);
    expect(sameReceipt).toMatchObject({ ok: false, refusal: { code: 'order_changed' } });
    expect(await pointsOf(shop, memberId)).toBe(256);
  });

  test("another member's receipt is refused", async () => {
    const shop = await openShop();
    const [one, other] = [await join(shop), await join(shop)];
    const purchase = { amountMinor: 100, category: null, receipt: 'R-1' };
    must(await recordPurchase({ ctx: shop.owner, input: { ...purchase, memberId: one.id, key: newKey() } }));
    const taken = await recordPurchase({
      ctx: shop.owner,
      input: { ...purchase, memberId: other.id, key: newKey() },
    });
    expect(taken).toEqual({ ok: false, refusal: { code: 'order_changed', field: 'member' } });
    expect(await pointsOf(shop, other.id)).toBe(0);
  });

  test('an adjustment has its reason in the entry, counts once per key, and takes no more than is there', async () => {
    const shop = await openShop();
    const { id: memberId } = await join(shop);
    const input = { memberId, points: 50, reason: 'goodwill' as const, note: '抱歉让你久等', key: newKey() };
    must(await adjustPoints({ ctx: shop.owner, input }));
    must(await adjustPoints({ ctx: shop.owner, input }));
    const taken = await adjustPoints({ ctx: shop.owner, input: { ...input, points: -51, key: newKey() } });
    expect(taken.ok).toBe(false);
    const { body } = await shop.api('GET', `/members/${memberId}/entries`);
    expect(body.items).toMatchObject([
      {
        type: 'points.adjusted',
        points: 50,
        balanceAfter: 50,
        why: { reason: 'goodwill', note: '抱歉让你久等' },
      },
    ]);
  });

  test('every line of the points history says why, with order, rate and trace', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    await shop.api('POST', '/orders', order({ id }, { orderId: 'A-1' }));
    const { body } = await shop.api('GET', `/members/${id}/entries`);
    expect(body.items).toMatchObject([
      {
        type: 'points.earned',
        points: 100,
        balanceAfter: 100,
        why: {
          kind: 'order',
          channel: 'web',
          orderId: 'A-1',
          programmeVersion: 1,
          trace: { lines: [{ lineId: '1', amountMinor: 10_000, points: 100 }], points: 100 },
        },
      },
    ]);
  });
});
