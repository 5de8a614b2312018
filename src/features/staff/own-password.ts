import type { Services } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { authOf } from './auth.ts';
import { settlePasswordTry, takePasswordTry } from './password-guard.ts';

/** Asks somebody who is signed in for her password once more, behind the same lock as a sign-in. */
export async function isPasswordOf(
  services: Services,
  user: { id: string; email: string | null },
  given: string,
): Promise<Result<null>> {
  if (user.email === null) return refuse({ code: 'password_wrong' });
  const free = await takePasswordTry(services, user.email);
  if (!free.ok) return free;
  const { internalAdapter, password } = await authOf(services).$context;
  const accounts = await internalAdapter.findAccounts(user.id);
  const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
  const isRight = !!hash && (await password.verify({ hash, password: given }));
  await settlePasswordTry(services, user.email, isRight ? 'right' : 'wrong');
  return isRight ? succeed(null) : refuse({ code: 'password_wrong' });
}
