import type { AnyRefusal } from '../lib/result.ts';

export { AppError, type AppErrorCode } from '../lib/app-error.ts';

/** Carries a refusal from a route's handler to the one place that writes problems; verbs never throw it. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: AnyRefusal;
  /** One entry per field, where several are wrong at once. */
  readonly errors: readonly FieldError[];

  constructor(refusal: AnyRefusal, errors: readonly FieldError[] = []) {
    super(refusal.code);
    this.refusal = refusal;
    this.errors = errors;
  }
}

export type FieldError = { field: string; reason: string };

/** The value of a verb's result inside a handler; a refusal leaves the handler as its problem. */
export function unwrap<Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: AnyRefusal },
): Value {
  if (!result.ok) throw new RefusedError(result.refusal);
  return result.value;
}
