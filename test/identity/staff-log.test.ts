import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import type { AuthDatabase } from '../../src/db/client.ts';
import { listAuditLog } from '../../src/features/audit-log/list-audit-log.ts';
import { acceptInvitation } from '../../src/features/staff/accept-invitation.ts';
import { changeRole } from '../../src/features/staff/change-role.ts';
import { inviteStaff } from '../../src/features/staff/invite-staff.ts';
import { withdrawInvitation } from '../../src/features/staff/withdraw-invitation.ts';
import { findTenant } from '../../src/features/tenants/find-tenant.ts';
import { contextOf } from '../../src/http/services.ts';
import type { StaffSession } from '../../src/http/staff-session.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { read } from './browser.ts';
import { owner, proveEmail, signedUp, unique } from './merchant.ts';
import { services } from './services.ts';

const BY_PASSWORD = { isPinOnly: false, device: null };

const gone = () => Promise.reject(new AppError('unavailable'));

/** A shop, its owner's requests, and the same requests cut off from every table but those of schema auth. */
async function openStaffRoom() {
  const shop = await owner();
  const tenant = await findTenant({ ctx: services(), input: { tenantId: shop.tenantId } });
  if (!tenant) throw new Error('the shop is missing');
  const { user } = (await read(await shop.browser.send('/api/me'))).body as { user: StaffSession['user'] };
  const actor = { kind: 'staff', userId: user.id, name: shop.name, role: 'owner' } as const;
  const ctx: Context = contextOf(env, services(), tenant, actor);
  const cutOff: Context = { ...ctx, db: { ...ctx.db, batch: gone, attempt: gone } };
  const membership = { tenantId: tenant.id, role: 'owner' } as const;
  const session: StaffSession = {
    sessionId: 'ses_none',
    user: { ...user, emailVerified: true },
    membership,
    ...BY_PASSWORD,
  };
  const logged = async () => {
    const log = await listAuditLog({ ctx, input: { cursor: null, limit: 50 } });
    const lines = log.ok ? log.value.items.filter(({ action }) => action.startsWith('staff.')) : [];
    return lines.map(({ action, actorName, detail }) => [action, actorName, detail]).reverse();
  };
  const subjects = async () => {
    const log = await listAuditLog({ ctx, input: { cursor: null, limit: 50 } });
    const lines = log.ok ? log.value.items.filter(({ action }) => action.startsWith('staff.')) : [];
    return lines.map(({ subject }) => (subject?.kind === 'text' ? subject.text : null)).reverse();
  };
  const invite = (within: Context, email: string, key = unique()) =>
    inviteStaff({ ctx: within, input: { email, role: 'clerk', idempotencyKey: key, session } });
  return { ctx, cutOff, logged, subjects, invite };
}

async function invited({ ctx, invite }: Awaited<ReturnType<typeof openStaffRoom>>) {
  const email = `${unique()}@staff.test`;
  const answer = await invite(ctx, email);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return { email, invitationId: answer.value.id };
}

test('what was done to the staff stands in the log, though nothing more came through afterwards', async () => {
  const room = await openStaffRoom();
  const { cutOff } = room;
  const withdrawn = await invited(room);
  const { email: other } = withdrawn;
  await withdrawInvitation({ ctx: cutOff, input: withdrawn }).catch(() => undefined);
  const { email, invitationId } = await invited(room);
  const person = await signedUp('Xu', email);
  await proveEmail(person);
  const { user } = (await read(await person.browser.send('/api/me'))).body as { user: StaffSession['user'] };
  const session = {
    sessionId: 'ses_none',
    user: { ...user, emailVerified: true },
    membership: null,
    ...BY_PASSWORD,
  };
  const accept = () => acceptInvitation({ ctx: { ...cutOff, session }, input: { invitationId } });
  await accept().catch(() => undefined);
  await accept().catch(() => undefined);
  const change = (role: 'manager' | null) => changeRole({ ctx: cutOff, input: { userId: user.id, role } });
  await change('manager').catch(() => undefined);
  await change(null).catch(() => undefined);
  expect(await room.logged()).toEqual([
    ['staff.invited', 'Lin', { role: 'clerk' }],
    ['staff.invitation_withdrawn', 'Lin', {}],
    ['staff.invited', 'Lin', { role: 'clerk' }],
    ['staff.joined', 'Xu', { role: 'clerk' }],
    ['staff.role_changed', 'Lin', { role: 'manager' }],
    ['staff.removed', 'Lin', {}],
  ]);
  expect(await room.subjects()).toEqual([other, other, email, email, 'Xu', 'Xu']);
});

test('what was not done leaves no line: a last owner who stays, an invitation that was never made', async () => {
  const { ctx, logged, invite } = await openStaffRoom();
  const { userId } = ctx.actor as { userId: string };
  expect(await changeRole({ ctx, input: { userId, role: null } })).toMatchObject({ ok: false });
  const down = new Proxy(ctx.authDb, {
    get: (target, name: keyof AuthDatabase) => (name === 'batch' ? gone : target[name]),
  });
  const [email, key] = [`${unique()}@staff.test`, unique()];
  await expect(invite({ ...ctx, authDb: down }, email, key)).rejects.toThrow('unavailable');
  expect(await logged()).toEqual([]);
  await invite(ctx, email, key);
  await invite(ctx, email, key);
  expect(await logged()).toEqual([['staff.invited', 'Lin', { role: 'clerk' }]]);
});
