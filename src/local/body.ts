import type { z } from 'zod';
import type { AppContext } from '../http/env.ts';
import { AppError, RefusedError } from '../http/errors.ts';

/** The JSON body of a request as the schema has it, or the refusal that says what is wrong with it. */
export async function bodyOf<Schema extends z.ZodType>(
  c: AppContext,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const json: unknown = await c.req.json().catch((cause: unknown) => {
    throw new AppError('malformed_json', {}, { cause });
  });
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.') || '(body)',
    reason: issue.message,
  }));
  const { field, reason } = errors[0] ?? { field: '(body)', reason: 'invalid' };
  throw new RefusedError({ code: 'invalid_input', field, reason }, errors);
}
