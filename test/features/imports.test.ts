import { describe, expect, test, vi } from 'vitest';
import { getHome } from '../../src/features/home/get-home.ts';
import { importMembers } from '../../src/features/imports/import-members.ts';
import { importMembersSchema } from '../../src/features/imports/schemas.ts';
import { whyOf } from '../../src/features/members/why.ts';
import { must, newKey, openShop, PLAIN, type Shop } from './world.ts';

const CARD = { lineId: '1', movement: 'balance', points: 320, occurredAt: '2025-12-15T02:00:00Z' };
const SPENT = { lineId: '2', movement: 'redeemed', points: 20, occurredAt: '2026-01-10T02:00:00Z' };

/** Hands in a list as the console would, by its schema. */
function bring(shop: Shop, members: object[], { batchId = 'cards', key = newKey() } = {}) {
  return importMembers({
    ctx: shop.owner,
    input: { ...importMembersSchema.parse({ batchId, members }), key },
  });
}

const entriesOf = async (shop: Shop, memberId: string) =>
  must(await shop.owner.accounts.of(memberId).listEntries({ beforeSeq: null, limit: 10 })).items;

describe('a list of older members', () => {
  test('makes members since their own day, with their history and no welcome gift', async () => {
    const shop = await openShop({ ...PLAIN, signUpBonus: 100 });
    const { members } = await bring(shop, [
      { externalId: 'a', displayName: '林', memberSince: '2025-11-01T00:00:00Z', lines: [CARD, SPENT] },
    ]);
    const memberId = String(members[0]?.memberId);
    expect(members).toEqual([{ memberId, joined: true, importedLines: 2, knownLines: 0, refusal: null }]);
    const entries = await entriesOf(shop, memberId);
    expect(
      entries.map((entry) => [whyOf(entry).movement, entry.body.points, whyOf(entry).occurredAt]),
    ).toEqual([
      ['redeemed', -20, '2026-01-10T02:00:00.000Z'],
      ['balance', 320, '2025-12-15T02:00:00.000Z'],
    ]);
    const answer = await shop.api('GET', `/members/${memberId}`);
    expect(answer.body.createdAt).toBe('2025-11-01T00:00:00.000Z');
  });

  test('sent twice, whole or in part, at once or later, counts once', async () => {
    const shop = await openShop();
    const people = [
      { externalId: 'a', lines: [CARD] },
      { phone: '13800138000', lines: [CARD] },
    ];
    const key = newKey();
    await Promise.all([bring(shop, people, { key }), bring(shop, people, { key }), bring(shop, people)]);
    const { members } = await bring(shop, [{ externalId: 'a', lines: [CARD, SPENT] }, ...people.slice(1)]);
    expect(
      members.map(({ joined, importedLines, knownLines }) => [joined, importedLines, knownLines]),
    ).toEqual([
      // What a later line took, it can only take from lines beside it.
      [false, 0, 0],
      [false, 0, 1],
    ]);
    const held = await Promise.all(members.map(({ memberId }) => entriesOf(shop, String(memberId))));
    expect(held.map((entries) => entries.map(({ body }) => body.points))).toEqual([[320], [320]]);
  });

  test('refuses a row with its reason, and takes the others', async () => {
    const shop = await openShop();
    await bring(shop, [
      { externalId: 'a', lines: [] },
      { externalId: 'b', phone: '13800138001', lines: [] },
    ]);
    const { members } = await bring(shop, [
      { lines: [CARD] },
      { phone: 'no number', lines: [CARD] },
      { externalId: 'a', phone: '13800138001', lines: [CARD] },
      { externalId: 'c', lines: [SPENT] },
      { externalId: 'd', lines: [CARD] },
    ]);
    expect(members.map(({ refusal }) => refusal && [refusal.field, refusal.reason])).toEqual([
      ['phone', 'missing'],
      ['phone', 'not_a_phone_number'],
      ['phone', 'belongs_to_another_member'],
      ['lines', 'more_taken_than_given'],
      null,
    ]);
  });

  test('is no news of the shop’s own days: Home’s figures and events leave it out', async () => {
    const shop = await openShop();
    await bring(shop, [{ externalId: 'a', lines: [CARD, SPENT] }]);
    const home = await vi.waitFor(async () => {
      const seen = await getHome({ ctx: shop.owner });
      expect(seen.balancePoints).toBe(300);
      return seen;
    }, 20_000);
    expect([home.members, home.earnedPoints, home.redeemedPoints, home.recent]).toEqual([1, 0, 0, []]);
  });
});
