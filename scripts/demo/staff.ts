import type { InvitationAnswer, StaffAnswer } from '../../src/features/staff/schemas.ts';
import type { DemoTarget } from './demo.ts';
import { codeSentTo, Visitor } from './visitor.ts';

/** Printed and written to demo.json: it opens demo shops on one machine and nothing else. */
export const DEMO_PASSWORD = 'pointmall demo';

export type Colleague = { role: 'owner' | 'manager' | 'clerk'; email: string; visitor: Visitor };

type Person = { name: string; email: string };

/** Makes an account on the console and proves its address; one that is there already signs in. */
export async function enterConsole(target: DemoTarget, { name, email }: Person): Promise<Visitor> {
  const visitor = new Visitor(target, 'console');
  const account = { name, email, password: DEMO_PASSWORD };
  const created = await visitor.send('/api/auth/sign-up/email', { json: account });
  if (created.status >= 300) await visitor.ask('/api/auth/sign-in/email', { json: account });
  const me = await visitor.ask<{ user: { emailVerified: boolean } }>('/api/me');
  if (!me.user.emailVerified) {
    const otp = await codeSentTo(target, email);
    await visitor.ask('/api/auth/email-otp/verify-email', { json: { email, otp } });
  }
  return visitor;
}

/** Invites somebody by mail, who then makes her account and accepts. */
export async function hire(
  target: DemoTarget,
  owner: Visitor,
  { role, key, ...person }: Person & { role: 'manager' | 'clerk'; key: string },
): Promise<Colleague> {
  const { email } = person;
  const { members } = await owner.ask<StaffAnswer>('/api/staff');
  if (members.some((member) => member.email === email)) {
    return { role, email, visitor: await enterConsole(target, person) };
  }
  const { id } = await owner.ask<InvitationAnswer>('/api/staff/invitations', { json: { email, role }, key });
  const visitor = await enterConsole(target, person);
  await visitor.ask(`/api/staff/invitations/${id}/accept`, { method: 'POST', key: `${key}-accept` });
  return { role, email, visitor };
}
