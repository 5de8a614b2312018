import { Hono } from 'hono';
import { homeCountry } from '../../domain/home-country.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { STATUS_BY_CODE } from '../../http/problem.ts';
import { AppError } from '../../lib/app-error.ts';
import { refusalWords } from '../../messages/refusal-words.ts';
import {
  type AddressReading,
  readAddress,
  type TypedAddress,
  typedAddress,
  typedFrom,
} from '../mall/address-form.ts';
import { wordsOf } from '../mall/pages.tsx';
import { readForm } from '../mall/read-form.ts';
import { requireMember } from '../mall/read-member.ts';
import { newFormKey, readKey } from '../mall/redeem-form.ts';
import {
  addAddress,
  changeAddress,
  getAddress,
  preferAddress,
  removeAddress,
} from '../members/manage-addresses.ts';
import { ADDRESSES_KEPT, listAddresses } from '../members/save-address.ts';
import { signInAndBack, takeForm } from './kept-form.ts';
import { addressesPage, addressPage } from './pages.tsx';
import { toSignIn } from './who.ts';

const LIST = '/me/addresses';
const NEW = `${LIST}/new`;

/** Her addresses: add, change, remove, and which one comes first. Somebody else's is as missing as none. */
export const addressRoutes = new Hono<AppEnv>()
  .get(LIST, async (c) => {
    const { ctx } = c.var.visit;
    const member = await requireMember({ ctx });
    if (!member) return toSignIn(c);
    const rows = await listAddresses({ ctx, input: { memberId: member.memberId } });
    return c.html(addressesPage(c.var.visit, rows, rows.length >= ADDRESSES_KEPT ? ADDRESSES_KEPT : null));
  })
  .get(NEW, async (c) => {
    const { ctx } = c.var.visit;
    const member = await requireMember({ ctx });
    if (!member) return toSignIn(c);
    const typed = (await takeTyped(c, NEW)) ?? typedFrom(null, homeCountry(ctx.tenant));
    return draw(c, { addressId: null, typed });
  })
  .post(NEW, async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const form = await readForm(c);
    const typed = typedAddress(form);
    const member = await requireMember({ ctx });
    if (!member) return signInAndBack(c, NEW, typed);
    const key = readKey(form);
    if (key === null) throw new AppError('not_found');
    const read = readAddress(wordsOf(visit), typed);
    if (!read.ok) return draw(c, { addressId: null, typed, errors: read.errors });
    const added = await addAddress({ ctx, input: { memberId: member.memberId, address: read.address, key } });
    if (added.ok) return c.redirect(LIST, 303);
    const setting = { locale: ctx.locale, timeZone: ctx.tenant.timeZone, pointsName: ctx.tenant.pointsName };
    const refusal = refusalWords(added.refusal, setting, ctx.clock.nowMs()).detail;
    return draw(c, { addressId: null, typed, refusal }, STATUS_BY_CODE[added.refusal.code]);
  })
  .get(`${LIST}/:id`, async (c) => {
    const { ctx } = c.var.visit;
    const member = await requireMember({ ctx });
    if (!member) return toSignIn(c);
    const addressId = c.req.param('id');
    const row = await getAddress({ ctx, input: { memberId: member.memberId, addressId } });
    if (!row.ok) throw new AppError('not_found');
    const typed =
      (await takeTyped(c, `${LIST}/${addressId}`)) ?? typedFrom(row.value.address, homeCountry(ctx.tenant));
    return draw(c, { addressId, typed });
  })
  .post(`${LIST}/:id`, async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const addressId = c.req.param('id');
    const typed = typedAddress(await readForm(c));
    const member = await requireMember({ ctx });
    if (!member) return signInAndBack(c, `${LIST}/${addressId}`, typed);
    const read = readAddress(wordsOf(visit), typed);
    if (!read.ok) return draw(c, { addressId, typed, errors: read.errors });
    const input = { memberId: member.memberId, addressId, address: read.address };
    const changed = await changeAddress({ ctx, input });
    if (!changed.ok) throw new AppError('not_found');
    return c.redirect(LIST, 303);
  })
  .post(`${LIST}/:id/remove`, (c) => act(c, removeAddress))
  .post(`${LIST}/:id/default`, (c) => act(c, preferAddress));

async function act(c: AppContext, verb: typeof removeAddress) {
  const { ctx } = c.var.visit;
  await readForm(c);
  const member = await requireMember({ ctx });
  if (!member) return c.redirect(`/sign-in?ended&to=${encodeURIComponent(LIST)}`, 303);
  await verb({ ctx, input: { memberId: member.memberId, addressId: c.req.param('id') ?? '' } });
  return c.redirect(LIST, 303);
}

async function takeTyped(c: AppContext, path: string): Promise<TypedAddress | null> {
  const kept = await takeForm(c, path);
  return kept && { ...typedFrom(null, null), ...kept };
}

type Drawn = {
  addressId: string | null;
  typed: TypedAddress;
  errors?: Extract<AddressReading, { ok: false }>['errors'];
  refusal?: string;
};

/** The form on its own address, also after it was refused. */
function draw(
  c: AppContext,
  { addressId, typed, errors = {}, refusal }: Drawn,
  status: (typeof STATUS_BY_CODE)[keyof typeof STATUS_BY_CODE] | null = null,
) {
  const visit = { ...c.var.visit, path: `${LIST}/${addressId ?? 'new'}` };
  const wrong = Object.keys(errors).length > 0;
  const source = { addressId, idempotencyKey: newFormKey(), typed, errors, refusal: refusal ?? null };
  return c.html(addressPage(visit, source), status ?? (wrong ? 422 : 200));
}
