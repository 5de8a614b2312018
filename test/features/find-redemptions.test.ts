import { expect, test } from 'vitest';
import { redemptions } from '../../src/db/schema/index.ts';
import { numberOf } from '../../src/domain/redemption/redemption-number.ts';
import { joinMember } from '../../src/features/members/join-member.ts';
import { listRedemptions } from '../../src/features/redemptions/list-redemptions.ts';
import { newId } from '../../src/lib/ids.ts';
import { must, openShop, type Shop } from './world.ts';

const NOBODY = {
  phone: null,
  email: null,
  externalId: null,
  displayName: null,
  locale: null,
  consentVersion: null,
};
type Filter = Parameters<typeof listRedemptions>[0]['input'];
const ALL: Filter = { state: null, memberId: null, search: null, cursor: null, limit: 50 };

async function joined(shop: Shop, person: Partial<Record<'phone' | 'email' | 'displayName', string>>) {
  return must(await joinMember({ ctx: shop.owner, input: { ...NOBODY, ...person } })).member;
}

let moment = Date.UTC(2026, 10, 1);
/** A redemption as the projection has it. */
async function projected(
  { owner: { db, tenant } }: Shop,
  memberId: string,
  state: 'confirmed' | 'shipped' = 'confirmed',
) {
  const redemptionId = newId('rdm');
  moment += 1000;
  const at = { createdAtMs: moment, updatedAtMs: moment };
  const view = {
    redemptionId,
    memberId,
    state,
    version: 1,
    points: 500,
    lines: [],
    cancelRequest: null,
    undoneBecause: null,
    carrier: null,
    trackingNumber: null,
    timeline: [],
    ...at,
  };
  await db.batch(tenant.id, [
    db.build.insert(redemptions).values({
      tenantId: tenant.id,
      redemptionId,
      memberId,
      version: 1,
      state,
      points: 500,
      body: view,
      delivery: null,
      ...at,
    }),
  ]);
  return redemptionId;
}

const found = async ({ owner: ctx }: Shop, given: Partial<Filter>) =>
  must(await listRedemptions({ ctx, input: { ...ALL, ...given } })).items.map(
    ({ redemption }) => redemption.redemptionId,
  );

test('a redemption is found by the number that a member reads out, in any spelling', async () => {
  const shop = await openShop();
  const { id } = await joined(shop, { displayName: '林小满', email: 'lin@example.com' });
  const [first, second] = [await projected(shop, id), await projected(shop, id)];
  const number = numberOf(second);
  const spellings = [number, number.toLowerCase(), ` ${number.slice(0, 4)} ${number.slice(4)} `, second];
  for (const search of spellings) expect(await found(shop, { search })).toEqual([second]);
  expect(await found(shop, { search: numberOf(first) })).toEqual([first]);
  expect(await found(shop, { search: number.slice(1) })).toEqual([]);
});

test('redemptions are found by their member’s name, phone, e-mail and number, newest first', async () => {
  const shop = await openShop();
  const lin = await joined(shop, {
    displayName: '林小满',
    phone: '+8613800138000',
    email: 'lin@example.com',
  });
  const chen = await joined(shop, { displayName: '陈一帆', phone: '+8613900139000' });
  const older = await projected(shop, lin.id);
  await projected(shop, chen.id);
  const newer = await projected(shop, lin.id, 'shipped');
  const spaced = `${lin.number.slice(0, 4)} ${lin.number.slice(4)}`;
  for (const search of ['小满', '138 0013 8000', 'LIN@example.com', lin.number, spaced]) {
    expect(await found(shop, { search }), search).toEqual([newer, older]);
  }
  expect(await found(shop, { search: '林', state: 'shipped' })).toEqual([newer]);
  expect(await found(shop, { search: '100%' })).toEqual([]);
});

test('another shop’s redemption and member are not found', async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const stranger = await joined(other, { displayName: '林小满', email: 'lin@example.com' });
  const foreign = await projected(other, stranger.id);
  for (const search of [numberOf(foreign), foreign, '林小满', stranger.number]) {
    expect(await found(shop, { search })).toEqual([]);
  }
});
