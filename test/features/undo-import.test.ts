import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog, memberImports, members } from '../../src/db/schema/index.ts';
import { stepImport } from '../../src/features/imports/step-import.ts';
import { undoImport } from '../../src/features/imports/undo-import.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import {
  begun,
  cutOff,
  cutOffBatch,
  everybody,
  imported,
  memberOf,
  takenBack,
  toTheEnd,
} from './import-world.ts';
import { join, memberWith, must, openShop, order, pointsOf, press, shelve } from './world.ts';

describe('a list that is taken back', () => {
  test('takes what it brought, closes whom nobody else knows, and leaves everybody else a member', async () => {
    const shop = await openShop();
    const { id: known, externalId } = await join(shop);
    const list = await imported(shop, [
      { externalId: 'alone', points: '100' },
      { externalId: 'bought', points: '100' },
      { externalId, points: '100' },
      { externalId: 'signed-in', points: '100' },
    ]);
    const [alone, bought] = await Promise.all([memberOf(shop, 'alone'), memberOf(shop, 'bought')]);
    await shop.api('POST', '/orders', order({ externalId: 'bought' }));
    const own = and(eq(members.tenantId, shop.tenant.id), eq(members.externalId, 'signed-in'));
    const { db } = shop.owner;
    await db.batch(shop.tenant.id, [db.build.update(members).set({ consentVersion: '1' }).where(own)]);
    const undone = await takenBack(shop, list.id);
    expect(undone).toMatchObject({
      state: 'reversed',
      figures: { outMembers: 4, takenPoints: 400, owedPoints: 0, closedMembers: 1 },
    });
    expect(await Promise.all([alone, bought].map((each) => pointsOf(shop, String(each?.id))))).toEqual([
      0, 100,
    ]);
    expect(await pointsOf(shop, known)).toBe(0);
    const states = await everybody(shop);
    expect(states.map(({ externalId: name, state }) => [name, state]).toSorted()).toEqual(
      [
        [null, 'erased'],
        ['bought', 'active'],
        [externalId, 'active'],
        ['signed-in', 'active'],
      ].toSorted(),
    );
    const again = await takenBack(shop, list.id);
    expect(again).toEqual(undone);
    const [lines] = await db.batch(shop.tenant.id, [
      db.build.select().from(auditLog).where(eq(auditLog.target, list.id)),
    ]);
    expect(lines.map(({ action, actorName, detail }) => [action, actorName, detail])).toEqual([
      ['members.import', 'Owner', { rows: 4 }],
      ['members.import_undo', 'Owner', { rows: 4 }],
    ]);
  });

  test('lets a member owe what she has spent of it, as the shop’s rules say', async () => {
    const shop = await openShop();
    const reward = await shelve(shop, { pointsEach: 80 });
    const list = await imported(shop, [{ externalId: 'a', points: '100' }]);
    const memberId = String((await memberOf(shop, 'a'))?.id);
    must(await redeem({ ctx: shop.member(memberId), input: press(reward) }));
    const { figures } = await takenBack(shop, list.id);
    expect(figures).toMatchObject({ takenPoints: 20, owedPoints: 80, owingMembers: 1, closedMembers: 0 });
    expect(await pointsOf(shop, memberId)).toBe(-80);
  });

  test('while it still comes in ends with nothing of it, however the two meet', async () => {
    const shop = await openShop();
    const other = await memberWith(shop, 7);
    const people = Array.from({ length: 12 }, (_, place) => ({ externalId: `p${place}`, points: '10' }));
    const importId = await begun(shop, people);
    const step = () => stepImport({ ctx: shop.owner, input: { importId } });
    await Promise.all([step(), undoImport({ ctx: shop.owner, input: { importId } }), step()]);
    const undone = await toTheEnd(shop.owner, importId);
    expect(undone.state).toBe('reversed');
    const rest = (await everybody(shop)).filter(({ state }) => state !== 'erased');
    expect(rest.map(({ id }) => id)).toEqual([other]);
    const balances = await Promise.all((await everybody(shop)).map(({ id }) => pointsOf(shop, id)));
    expect(balances.reduce((sum, points) => sum + points, 0)).toBe(7);
    const { db, tenant } = shop.owner;
    const [lists] = await db.batch(tenant.id, [db.build.select().from(memberImports)]);
    expect(
      lists.map(({ figures }) => [figures.waitingRows, figures.outMembers - figures.newMembers]),
    ).toEqual([[0, 0]]);
  });

  test.each([2, 3, 4, 5])('goes on where Postgres was away for batch %i of a step', async (which) => {
    const shop = await openShop();
    const list = await imported(shop, [{ externalId: 'a', points: '10', note: 'No. 1' }]);
    must(await undoImport({ ctx: shop.owner, input: { importId: list.id } }));
    const halted = stepImport({ ctx: cutOffBatch(shop.owner, which), input: { importId: list.id } });
    await expect(halted).rejects.toThrow();
    expect(await toTheEnd(shop.owner, list.id)).toMatchObject({
      state: 'reversed',
      figures: { outMembers: 1, takenPoints: 10, closedMembers: 1 },
    });
  });

  test('goes on where it was cut off, and reaches accounts that were never opened', async () => {
    const shop = await openShop();
    const importId = await begun(shop, [
      { externalId: 'a', points: '10' },
      { externalId: 'b', points: '10' },
    ]);
    const cut = stepImport({ ctx: cutOff(shop.owner, ['open']), input: { importId } });
    await expect(cut).rejects.toThrow();
    must(await undoImport({ ctx: shop.owner, input: { importId } }));
    const halted = stepImport({ ctx: cutOff(shop.owner, ['eraseDetails']), input: { importId } });
    await expect(halted).rejects.toThrow();
    expect(await toTheEnd(shop.owner, importId)).toMatchObject({
      state: 'reversed',
      figures: { outMembers: 2, takenPoints: 0, closedMembers: 2, points: 0 },
    });
  });
});
