import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { type Access, requireAccess } from './access.ts';
import type { AppEnv } from './env.ts';
import { requireIdempotencyKey } from './idempotency.ts';

export const problemSchema = z
  .looseObject({
    type: z.string(),
    code: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
  })
  .openapi('Problem');

const WRITE_METHODS = new Set(['post', 'put', 'patch', 'delete']);

type RouteDefinition = Omit<RouteConfig, 'path' | 'middleware' | 'security'> & { path: string };

/**
 * A JSON route: required role or scope, path and schemas in one declaration. Access is checked before
 * anything is parsed, every write needs an Idempotency-Key, and the document says all of it. `keyless`
 * is for what may be sent again as it is, or carries its own proof of being sent once.
 */
export function defineRoute<const Definition extends RouteDefinition>(
  access: Access,
  route: Definition,
  { keyless = false }: { keyless?: boolean } = {},
) {
  const write = WRITE_METHODS.has(route.method) && !keyless;
  const middleware: MiddlewareHandler<AppEnv>[] = [requireAccess(access)];
  if (write) middleware.push(requireIdempotencyKey);
  const documented = {
    ...('scope' in access
      ? { 'x-required-scope': access.scope, security: [{ apiKey: [access.scope] }] }
      : { 'x-required-role': 'role' in access ? access.role : access.only }),
    ...('only' in access && access.only === 'member' ? { security: [{ member: [] }] } : {}),
    ...(write ? { parameters: [IDEMPOTENCY_KEY_PARAMETER] } : {}),
    responses: { ...route.responses, default: PROBLEM_RESPONSE },
  };
  // Handlers are typed by the answers that the route itself names; problems leave by being thrown.
  return Object.assign(createRoute(route), documented as object, { middleware });
}

const IDEMPOTENCY_KEY_PARAMETER = {
  in: 'header' as const,
  name: 'Idempotency-Key',
  required: true,
  description:
    'Names this attempt. The same key with the same content gives the first answer again, for 45 days; with other content it is refused (key-reused). A refusal is not kept: a corrected request may carry the same key.',
  schema: { type: 'string' as const, maxLength: 255 },
};

const PROBLEM_RESPONSE = {
  description: 'A problem (RFC 9457) with a stable code.',
  content: { 'application/problem+json': { schema: problemSchema } },
};

/** A JSON answer of one schema. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A JSON body that must be there. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true as const, content: { 'application/json': { schema } } };
}
