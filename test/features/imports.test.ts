import { describe, expect, test, vi } from 'vitest';
import { listAuditLog } from '../../src/features/audit-log/list-audit-log.ts';
import { getFigures } from '../../src/features/home/get-figures.ts';
import { getHome } from '../../src/features/home/get-home.ts';
import { importMembers } from '../../src/features/imports/import-members.ts';
import { importMembersSchema } from '../../src/features/imports/schemas.ts';
import { whyOf } from '../../src/features/members/why.ts';
import { join, must, newKey, openShop, order, PLAIN, pointsOf, type Shop } from './world.ts';

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

  test('refuses a line that says something else under a name that had its effect', async () => {
    const shop = await openShop();
    await bring(shop, [{ externalId: 'a', lines: [CARD] }]);
    const { members } = await bring(shop, [{ externalId: 'a', lines: [{ ...CARD, points: 230 }] }]);
    const refusal = { code: 'key_reused', field: null, reason: null };
    expect(members.map((member) => [member.importedLines, member.refusal])).toEqual([[0, refusal]]);
    expect(await pointsOf(shop, String(members[0]?.memberId))).toBe(320);
  });

  test('may name one person in two rows: both are taken, and again nothing twice', async () => {
    const shop = await openShop();
    const later = { ...CARD, lineId: '3', points: 40 };
    const rows = [
      { externalId: 'a', lines: [CARD] },
      { externalId: 'a', lines: [later] },
    ];
    const key = newKey();
    const { members } = await bring(shop, rows, { key });
    await bring(shop, rows, { key });
    expect(members.map(({ importedLines, refusal }) => [importedLines, refusal])).toEqual([
      [1, null],
      [1, null],
    ]);
    const entries = await entriesOf(shop, String(members[0]?.memberId));
    expect(entries.map(({ body }) => body.points).toSorted()).toEqual([320, 40]);
  });

  test('is read at the door as everything that people wrote: composed, and nothing that turns a page', async () => {
    const shop = await openShop();
    const { id } = (await shop.api('POST', '/members', { externalId: 'Caf\u00E9' })).body;
    const note = '\u202Epaper\u200B';
    const { members } = await bring(shop, [
      { externalId: 'Cafe\u0301', displayName: '\u202E林', lines: [{ ...CARD, note }] },
      { externalId: 'b', displayName: '\u202E林\u200B', lines: [] },
    ]);
    expect([members[0]?.memberId, members[0]?.joined]).toEqual([id, false]);
    const [entry] = await entriesOf(shop, String(id));
    expect(entry?.detail?.note).toBe('paper');
    const named = await shop.api('GET', `/members/${members[1]?.memberId}`);
    expect(named.body.displayName).toBe('林');
  });

  test('credits the orders that waited for whoever is on it', async () => {
    const shop = await openShop();
    await shop.api('POST', '/orders', order({ phone: '13800138000' }));
    const { members } = await bring(shop, [{ phone: '13800138000', lines: [CARD] }]);
    expect(await pointsOf(shop, String(members[0]?.memberId))).toBe(420);
  });

  test('stands in the audit log with who handed it in, also where everybody was a member, once per call', async () => {
    const shop = await openShop();
    const { externalId } = await join(shop);
    const key = newKey();
    const people = [{ externalId, lines: [CARD, SPENT] }];
    await bring(shop, people, { key });
    await bring(shop, people, { key });
    const { items } = must(await listAuditLog({ ctx: shop.owner, input: { cursor: null, limit: 10 } }));
    const lines = items.filter(({ action }) => action === 'members.import');
    expect(lines.map(({ target, actorId, detail }) => [target, actorId, detail])).toEqual([
      ['cards', 'usr_owner', { members: 1, lines: 2 }],
    ]);
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

  test('counts on the days it tells of and is no news: Home’s figures of these days and its events leave it out', async () => {
    const shop = await openShop();
    await bring(shop, [{ externalId: 'a', lines: [CARD, SPENT] }]);
    const home = await vi.waitFor(async () => {
      const seen = await getHome({ ctx: shop.owner });
      expect(seen.balancePoints).toBe(300);
      return seen;
    }, 20_000);
    const { redemption } = await getFigures({ ctx: shop.owner, input: { period: '7' } });
    expect([home.members, redemption.now, home.recent]).toEqual([
      1,
      { issuedPoints: 0, redeemedPoints: 0 },
      [],
    ]);
  });
});
