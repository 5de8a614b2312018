import type { AnyRefusal } from '../lib/result.ts';

/** Faults of transport and of what stands around it; a domain "no" is a refusal and never thrown. */
export type AppErrorCode =
  | 'malformed_json'
  | 'idempotency_key_missing'
  | 'unauthenticated'
  | 'forbidden'
  | 'cross_site'
  | 'not_found'
  | 'method_not_allowed'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'rate_limited'
  | 'unavailable'
  | 'internal';

/** `members` are added to the problem document; they are shown to the caller, so never a secret. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly members: Record<string, unknown>;

  constructor(code: AppErrorCode, members: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.members = members;
  }
}

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
