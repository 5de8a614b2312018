import { APIError } from 'better-auth/api';
import type { AppContext } from '../../http/env.ts';
import { RefusedError, unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { authOf } from './auth.ts';
import { checkAuthRequest } from './check-auth-request.ts';
import { settlePasswordTry, takePasswordTry } from './password-guard.ts';

/** better-auth's own endpoints, with its refusals as problems like everyone else's. */
export const authRoutes = jsonRoutes();

authRoutes.use('/api/auth/*', checkAuthRequest);

authRoutes.post('/api/auth/sign-in/email', async (c) => {
  const email = await emailIn(c.req.raw);
  const { services } = c.var;
  if (email === null) return handle(c);
  unwrap(await takePasswordTry(services, email));
  const response = await handle(c);
  await settlePasswordTry(services, email, endOf(response));
  return response;
});

/** What the console asks. The library has more, among it ways to read and end sessions; they stay closed. */
const OPEN_PATHS = [
  '/api/auth/sign-up/email',
  '/api/auth/sign-out',
  '/api/auth/email-otp/send-verification-otp',
  '/api/auth/email-otp/verify-email',
  '/api/auth/email-otp/request-password-reset',
  '/api/auth/email-otp/reset-password',
];
for (const path of OPEN_PATHS) authRoutes.post(path, handle);

function endOf({ ok, status }: Response): 'right' | 'wrong' | 'untried' {
  if (ok) return 'right';
  return status === 401 ? 'wrong' : 'untried';
}

async function emailIn(request: Request): Promise<string | null> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null);
  const named = typeof body === 'object' && body !== null && 'email' in body ? body.email : null;
  return typeof named === 'string' ? named : null;
}

async function handle(c: AppContext): Promise<Response> {
  const answered = await authOf(c.var.services)
    .handler(c.req.raw)
    .catch((failure: unknown) => {
      if (failure instanceof APIError) return responseOf(failure);
      throw failure;
    });
  return answered.status < 400 ? answered : problemResponse(c, answered);
}

function responseOf(failure: APIError): Response {
  return Response.json(failure.body ?? {}, {
    status: failure.statusCode,
    headers: failure.headers as HeadersInit,
  });
}

/** better-auth says `{code, message}`; the console has its own words for the codes that people meet. */
async function problemResponse(c: AppContext, answered: Response): Promise<Response> {
  const waitSeconds = Number(answered.headers.get('x-retry-after'));
  if (answered.status === 429 && waitSeconds > 0)
    throw new RefusedError({ code: 'too_many_requests', seconds: Math.ceil(waitSeconds) });
  const body = (await answered.json().catch(() => null)) as { code?: string; message?: string } | null;
  const code = (body?.code ?? statusCode(answered.status)).toLowerCase().replaceAll('_', '-');
  const title = body?.message ?? code;
  const headers = new Headers(answered.headers);
  headers.set('content-type', 'application/problem+json');
  headers.delete('content-length');
  const problem = {
    type: `https://pointmall.dev/problems/${code}`,
    code,
    title,
    status: answered.status,
    detail: title,
    instance: c.var.requestId,
  };
  return new Response(JSON.stringify(problem), { status: answered.status, headers });
}

function statusCode(status: number): string {
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  return status === 403 ? 'forbidden' : 'invalid-request';
}
