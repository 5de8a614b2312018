import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import type { Context, StaffRole } from '../../src/context.ts';
import { findTenant } from '../../src/features/tenants/find-tenant.ts';
import { contextOf } from '../../src/http/services.ts';
import { type Browser, newBrowser, read } from './browser.ts';
import type { owner } from './merchant.ts';
import { proveEmail, signedUp, unique } from './merchant.ts';
import { services } from './services.ts';

export type Shop = Awaited<ReturnType<typeof owner>>;

export const CONSOLE = 'console.localhost:8787';
export const PIN = '739154';
/** Right for nobody. */
export const WRONG_PIN = '860213';

/** A phone that has never been at this counter. */
export const newPhone = () => newBrowser(CONSOLE, { origin: `http://${CONSOLE}` });

/** A fresh link of the shop, as whoever made it hands it over. */
export async function clerkLink({ browser }: { browser: Browser }) {
  const made = await read(await browser.send('/api/staff/clerk-links', { method: 'POST' }));
  if (made.status !== 201) throw new Error(`no link: ${JSON.stringify(made)}`);
  const url = String(made.body.url);
  return { id: String(made.body.id), url, token: tokenOf(url) };
}

export const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);

export function join(phone: Browser, token: string, { name = '小周' as string | null, pin = PIN } = {}) {
  return phone.send('/api/counter/join', { json: { token, name, pin } });
}

/** Somebody who works at the counter: she came by a link and signs in by her PIN. */
export async function clerkOf(
  shop: { browser: Browser },
  { name = '小周', pin = PIN, phone = newPhone() } = {},
) {
  const { token } = await clerkLink(shop);
  const joined = await join(phone, token, { name, pin });
  if (joined.status !== 200) throw new Error(`did not join: ${await joined.text()}`);
  const me = await read(await phone.send('/api/me'));
  return { phone, name, pin, userId: (me.body.user as { id: string }).id };
}

export const unlock = (phone: Browser, pin: string) => phone.send('/api/counter/unlock', { json: { pin } });

export const signIn = (phone: Browser, userId: string, pin: string) =>
  phone.send('/api/counter/sign-in', { json: { userId, pin } });

/** As if nobody had touched the phone for so long. */
export async function leaveAlone(userId: string, minutes: number): Promise<void> {
  await services().authDb.execute(sql`
    update auth.device_session d set seen_at = seen_at - make_interval(mins => ${minutes})
    from auth.session s where s.id = d.session_id and s.user_id = ${userId}`);
}

/** As if so long had gone by since the last PIN was tried anywhere in the shop. */
export async function waitSinceTries(shop: Shop, minutes: number): Promise<void> {
  await services().authDb.execute(sql`
    update auth.rate_limit set last_request = last_request - ${minutes * 60_000}
    where key like ${`%${shop.tenantId}%`} or key like 'pin-device:%'`);
}

/** Somebody of the staff who came by e-mail and has a password. */
export async function colleagueOf(shop: Shop, role: StaffRole, name = 'Xu') {
  const email = `${unique()}@staff.test`;
  const { body } = await read(await shop.browser.send('/api/staff/invitations', { json: { email, role } }));
  const person = await signedUp(name, email);
  await proveEmail(person);
  await person.browser.send(`/api/staff/invitations/${body.id}/accept`, { method: 'POST' });
  const me = await read(await person.browser.send('/api/me'));
  return { ...person, userId: (me.body.user as { id: string }).id };
}

/** What a verb of the shop is given when this clerk asks. */
export async function contextOfClerk(shop: Shop, clerk: { userId: string; name: string }): Promise<Context> {
  const tenant = await findTenant({ ctx: services(), input: { tenantId: shop.tenantId } });
  if (!tenant) throw new Error('the shop is missing');
  const { userId, name } = clerk;
  return contextOf(env, services(), tenant, { kind: 'staff', userId, name, role: 'clerk' });
}
