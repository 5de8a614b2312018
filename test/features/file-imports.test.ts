import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { memberImportRows } from '../../src/db/schema/index.ts';
import { checkRows } from '../../src/features/imports/check-rows.ts';
import { createImport } from '../../src/features/imports/create-import.ts';
import { checkRowsSchema } from '../../src/features/imports/file-schemas.ts';
import { listImports, listRefusedRows } from '../../src/features/imports/get-import.ts';
import { stepImport } from '../../src/features/imports/step-import.ts';
import { addRows, startImport } from '../../src/features/imports/upload-rows.ts';
import { joinMember } from '../../src/features/members/join-member.ts';
import { encodeCursor } from '../../src/lib/cursor.ts';
import { begun, cutOff, everybody, holds, imported, memberOf, takenBack, toTheEnd } from './import-world.ts';
import { join, must, newKey, openShop, PLAIN, pointsOf } from './world.ts';

const WELCOMING = { ...PLAIN, signUpBonus: 100 };
const person = (externalId: string) => ({
  ...{ phone: null, email: null, externalId, displayName: null, locale: null, consentVersion: '1' },
});

describe('a file that is tried', () => {
  test('says of each row what would become of it, and writes nothing', async () => {
    const shop = await openShop();
    const { id, externalId } = await join(shop);
    await shop.api('POST', '/members', { phone: '13800138009' });
    const cells = [
      { externalId: 'a', points: '1,200' },
      { externalId, points: '5' },
      { externalId: 'b', points: '12.5' },
      { phone: '123', points: '1' },
      { externalId, phone: '13800138009', points: '1' },
      { externalId: '', points: '1' },
    ];
    const asked = {
      dateOrder: null,
      knownMembers: 'add',
      rows: cells.map((each, row) => ({ row: row + 2, cells: each })),
    };
    const { rows } = await checkRows({ ctx: shop.owner, input: checkRowsSchema.parse(asked) });
    expect(
      rows.map(({ row, outcome, points, memberId, field, reason }) => [
        row,
        outcome,
        points,
        memberId,
        field,
        reason,
      ]),
    ).toEqual([
      [2, 'new', 1200, null, null, null],
      [3, 'known', 5, id, null, null],
      [4, 'refused', 0, null, 'points', 'not_whole'],
      [5, 'refused', 0, null, 'phone', 'not_a_phone_number'],
      [6, 'refused', 0, null, 'phone', 'belongs_to_another_member'],
      [7, 'refused', 0, null, 'externalId', 'missing'],
    ]);
    expect(await everybody(shop)).toHaveLength(2);
    const skipping = checkRowsSchema.parse({ ...asked, knownMembers: 'skip' });
    const again = await checkRows({ ctx: shop.owner, input: skipping });
    expect(again.rows[1]).toMatchObject({ outcome: 'refused', reason: 'is_member', memberId: id });
  });
});

describe('a file of paper cards', () => {
  test('brings its members with their balances; rows that are wrong say why, and nobody’s words stay', async () => {
    const shop = await openShop(WELCOMING);
    const list = await imported(shop, [
      { externalId: 'a', points: '320', displayName: '=1+1', note: '纸卡 0117', expires: '2099-12-31' },
      { externalId: 'b', points: 'viel' },
      { externalId: 'a', points: '5' },
      { externalId: 'c', points: '0', memberSince: '2024/3/1' },
    ]);
    expect(list).toMatchObject({
      state: 'done',
      figures: { takenRows: 2, refusedRows: 2, waitingRows: 0, newMembers: 2, knownMembers: 0, points: 320 },
    });
    const input = { importId: list.id, cursor: null, limit: 10 };
    expect(must(await listRefusedRows({ ctx: shop.owner, input })).items).toEqual([
      { row: 3, field: 'points', reason: 'not_points' },
      { row: 4, field: 'phone', reason: 'repeats_row' },
    ]);
    expect([await holds(shop, 'a'), await holds(shop, 'c')]).toEqual([320, 0]);
    const member = await memberOf(shop, 'a');
    expect([member?.displayName, member?.importBatchId, member?.joinedFrom]).toEqual([
      '=1+1',
      list.id,
      'import',
    ]);
    const { items } = must(
      await shop.owner.accounts.of(String(member?.id)).listEntries({ beforeSeq: null, limit: 5 }),
    );
    expect(items[0]).toMatchObject({
      body: { movement: 'balance', expiresAtMs: Date.parse('2100-01-01T00:00:00+08:00') },
      detail: { note: '纸卡 0117' },
    });
    const { db, tenant } = shop.owner;
    const [rows] = await db.batch(tenant.id, [
      db.build.select().from(memberImportRows).where(eq(memberImportRows.importId, list.id)),
    ]);
    expect(rows.map(({ cells }) => cells)).toEqual([null, null, null, null]);
  });

  test('cut off anywhere and gone on with by two at once counts once', async () => {
    const shop = await openShop(WELCOMING);
    const people = ['a', 'b', 'c', 'd'].map((externalId) => ({ externalId, points: '10' }));
    const importId = await begun(shop, people);
    for (const calls of [['open'], ['importHistory']] as const)
      await expect(stepImport({ ctx: cutOff(shop.owner, calls), input: { importId } })).rejects.toThrow();
    const step = () => stepImport({ ctx: shop.owner, input: { importId } });
    await Promise.all([step(), step(), step()]);
    const list = await toTheEnd(shop.owner, importId);
    expect(list.figures).toMatchObject({ takenRows: 4, newMembers: 4, points: 40 });
    expect(await Promise.all(people.map(({ externalId }) => holds(shop, externalId)))).toEqual([
      10, 10, 10, 10,
    ]);
  });

  test('is refused a second time until somebody says that it is meant, and unless it was taken back', async () => {
    const shop = await openShop();
    const list = await imported(shop, [{ externalId: 'a', points: '10' }]);
    const ask = (again: boolean) =>
      createImport({
        ctx: shop.owner,
        input: {
          ...{ name: 'b.csv', digest: String(list.digest), rowsTotal: 1, dateOrder: null },
          ...{ knownMembers: 'add', expiry: 'never', again, key: newKey() },
        },
      });
    const refusal = { code: 'invalid_input', field: 'digest', reason: 'already_imported' };
    expect(await ask(false)).toEqual({ ok: false, refusal });
    must(await ask(true));
    await takenBack(shop, list.id);
    must(await ask(false));
  });

  test('uploaded in two tabs at once is begun in one of them, unless the other says that it is meant', async () => {
    const shop = await openShop();
    const ctx = shop.owner;
    const upload = async (again: boolean) => {
      const input = { name: 'b.csv', digest: 'b'.repeat(64), rowsTotal: 1, dateOrder: null } as const;
      const rest = { knownMembers: 'add', expiry: 'never', again, key: newKey() } as const;
      const { id: importId } = must(await createImport({ ctx, input: { ...input, ...rest } }));
      const rows = [{ row: 2, cells: { externalId: 'a', points: '10' } }];
      must(await addRows({ ctx, input: { importId, rows } }));
      return importId;
    };
    const [one, other, meant] = [await upload(false), await upload(false), await upload(true)];
    const start = (importId: string) => startImport({ ctx, input: { importId } });
    const refusal = { code: 'invalid_input', field: 'digest', reason: 'already_imported' };
    const begun = await Promise.all([start(one), start(other)]);
    expect(begun.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal }]);
    for (const importId of [one, other]) await stepImport({ ctx, input: { importId } });
    expect(await holds(shop, 'a')).toBe(10);
    must(await start(meant));
    await toTheEnd(ctx, meant);
    expect(await holds(shop, 'a')).toBe(20);
  });

  test('begins only when all of its rows have come, and stands among the lists from then on', async () => {
    const shop = await openShop();
    const input = { name: 'c.csv', digest: 'c'.repeat(64), rowsTotal: 2, dateOrder: null } as const;
    const rest = { knownMembers: 'add', expiry: 'never', again: false, key: newKey() } as const;
    const { id: importId } = must(await createImport({ ctx: shop.owner, input: { ...input, ...rest } }));
    expect(await startImport({ ctx: shop.owner, input: { importId } })).toEqual({
      ok: false,
      refusal: { code: 'invalid_input', field: 'rows', reason: 'incomplete' },
    });
    const other = await begun(shop, [{ externalId: 'a' }]);
    const { items } = must(await listImports({ ctx: shop.owner, input: { cursor: null, limit: 10 } }));
    expect(items.map(({ id }) => id)).toEqual([other]);
  });

  test('tells its refused rows page by page, and takes no place that no file has', async () => {
    const shop = await openShop();
    const { id: importId } = await imported(shop, [{ externalId: 'a' }, { phone: '1' }]);
    const page = (cursor: string | null) =>
      listRefusedRows({ ctx: shop.owner, input: { importId, cursor, limit: 1 } });
    expect(must(await page(null)).items.map(({ row }) => row)).toEqual([3]);
    const refusal = { code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' };
    for (const place of [9_000_000_000, -1])
      expect(await page(encodeCursor([place]))).toEqual({ ok: false, refusal });
  });

  test('leaves members as they are where it is only to bring new ones', async () => {
    const shop = await openShop();
    const { id, externalId } = await join(shop);
    const people = [
      { externalId, points: '10' },
      { externalId: 'new', points: '20' },
    ];
    const list = await imported(shop, people, { knownMembers: 'skip' });
    expect(list.figures).toMatchObject({ takenRows: 1, refusedRows: 1, newMembers: 1, knownMembers: 0 });
    expect([await pointsOf(shop, id), await holds(shop, 'new')]).toEqual([0, 20]);
  });
});

describe('who enrolled her is kept', () => {
  test('a joining that was cut off keeps its welcome when a list meets her first', async () => {
    const shop = await openShop(WELCOMING);
    const joining = joinMember({ ctx: cutOff(shop.owner, ['open']), input: person('a') });
    await expect(joining).rejects.toThrow();
    await imported(shop, [{ externalId: 'a', points: '320' }]);
    expect(await holds(shop, 'a')).toBe(420);
  });

  test('a list that was cut off gives no welcome when she comes by herself', async () => {
    const shop = await openShop(WELCOMING);
    const importId = await begun(shop, [{ externalId: 'a', points: '320' }]);
    const step = stepImport({ ctx: cutOff(shop.owner, ['open']), input: { importId } });
    await expect(step).rejects.toThrow();
    must(await joinMember({ ctx: shop.owner, input: person('a') }));
    expect(await holds(shop, 'a')).toBe(0);
    await toTheEnd(shop.owner, importId);
    expect(await holds(shop, 'a')).toBe(320);
  });
});
