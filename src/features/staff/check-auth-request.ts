import type { MiddlewareHandler } from 'hono';
import { isPinOnlyAddress } from '../../domain/pin-address.ts';
import type { AppEnv } from '../../http/env.ts';
import { AppError, RefusedError } from '../../http/errors.ts';
import { findTextFlaw } from '../../lib/storable-text.ts';

/**
 * What our own routes' schemas check, for better-auth's: text that can be stored, in the path, the query
 * and a body that is JSON. It would read forms too, past whatever looks into the body before it.
 */
export const checkAuthRequest: MiddlewareHandler<AppEnv> = async (c, next) => {
  refuseFlaw({ path: c.req.path });
  for (const [name, values] of Object.entries(c.req.queries())) refuseFlaw({ [name]: values.join('') });
  const body = await jsonOf(c.req.raw);
  refuseFlaw(body);
  // Clerks without an address have one that nobody may prove, reset or sign up with.
  if (isPinOnlyAddress(emailIn(body)))
    throw new RefusedError({ code: 'invalid_input', field: 'email', reason: 'malformed' });
  return next();
};

function emailIn(body: unknown): string {
  const named = typeof body === 'object' && body !== null && 'email' in body ? body.email : null;
  return typeof named === 'string' ? named : '';
}

function refuseFlaw(value: unknown): void {
  const flaw = findTextFlaw(value);
  if (flaw) throw new RefusedError({ code: 'invalid_input', ...flaw }, [flaw]);
}

/** The body, read from a copy; null where there is none. */
async function jsonOf(request: Request): Promise<unknown> {
  const text = await request.clone().text();
  if (text === '') return null;
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') throw new AppError('unsupported_media_type');
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('malformed_json');
  }
}
