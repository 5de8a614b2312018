import { expect, test } from 'vitest';
import { updateMember } from '../../src/features/members/update-member.ts';
import { join, must, newKey, openShop, order, pointsOf } from './world.ts';

test('staff correct name, phone and e-mail; whoever was signed in signs in anew', async () => {
  const shop = await openShop();
  const { id: memberId, email } = await join(shop);
  const generation = async () => {
    const overview = await shop.owner.accounts.of(memberId).overview();
    return overview.ok ? overview.value.sessionGeneration : null;
  };
  const before = (await generation()) ?? 0;
  const change = { memberId, displayName: '林小满', phone: '13800138000', key: newKey() };
  const changed = must(await updateMember({ ctx: shop.owner, input: change }));
  must(await updateMember({ ctx: shop.owner, input: change }));
  expect(changed).toMatchObject({ displayName: '林小满', phone: '+8613800138000', email });
  expect(await generation()).toBe(before + 1);
  const renamed = { memberId, displayName: '小满', key: newKey() };
  expect(must(await updateMember({ ctx: shop.owner, input: renamed })).phone).toBe('+8613800138000');
});

test("another member's phone or e-mail is refused by name, and no way to recognise her may be left empty", async () => {
  const shop = await openShop();
  const [one, other] = [await join(shop), await join(shop)];
  const refusalOf = async (given: object) => {
    const input = { memberId: one.id, ...given, key: newKey() };
    const result = await updateMember({ ctx: shop.owner, input });
    return result.ok || result.refusal;
  };
  const { body } = await shop.api('POST', '/members', { phone: '13900139000' });
  const input = { memberId: String(body.id), phone: null, key: newKey() };
  const nobody = await updateMember({ ctx: shop.owner, input });
  expect([
    await refusalOf({ email: other.email }),
    await refusalOf({ phone: '13900139000' }),
    nobody,
  ]).toEqual([
    { code: 'identifier_taken', field: 'email' },
    { code: 'identifier_taken', field: 'phone' },
    { ok: false, refusal: { code: 'invalid_input', field: 'phone', reason: 'contact_missing' } },
  ]);
});

test('an order that waited for the phone which is written down now is credited', async () => {
  const shop = await openShop();
  const { id: memberId } = await join(shop);
  await shop.api('POST', '/orders', order({ phone: '13800138000' }));
  must(await updateMember({ ctx: shop.owner, input: { memberId, phone: '13800138000', key: newKey() } }));
  expect(await pointsOf(shop, memberId)).toBe(100);
});
