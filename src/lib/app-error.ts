/** Faults of transport and of what stands around it; a domain "no" is a refusal and never thrown. */
export type AppErrorCode =
  | 'malformed_json'
  | 'idempotency_key_missing'
  | 'unauthenticated'
  | 'forbidden'
  | 'cross_site'
  | 'session_changed'
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
