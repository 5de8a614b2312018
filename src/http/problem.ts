import { HTTPException } from 'hono/http-exception';
import type { AnyRefusal } from '../lib/result.ts';
import type { FormatSetting } from '../messages/format.ts';
import { type RefusalWords, refusalWords } from '../messages/refusal-words.ts';
import { translator } from '../messages/translator.ts';
import { AppError, type AppErrorCode, type FieldError, RefusedError } from './errors.ts';

type ProblemCode = AnyRefusal['code'] | AppErrorCode;

/** The HTTP status of every "no". 403 only to callers who may know that the thing exists. */
export const STATUS_BY_CODE = {
  invalid_input: 400,
  malformed_json: 400,
  idempotency_key_missing: 400,
  unauthenticated: 401,
  token_invalid: 401,
  token_expired: 401,
  token_replayed: 401,
  forbidden: 403,
  cross_site: 403,
  origin_not_allowed: 403,
  email_unverified: 403,
  not_found: 404,
  order_unknown: 404,
  invitation_invalid: 404,
  clerk_link_invalid: 404,
  method_not_allowed: 405,
  not_open: 409,
  account_frozen: 409,
  order_changed: 409,
  stopped: 409,
  not_started: 409,
  ended: 409,
  price_changed: 409,
  limit_reached: 409,
  too_many_holds: 409,
  insufficient_points: 409,
  sold_out: 409,
  region_not_served: 409,
  shipping_fee_changed: 409,
  proof_needed: 409,
  reservation_cancelled: 409,
  wrong_state: 409,
  changed_elsewhere: 409,
  fenced: 409,
  cash_changed: 409,
  handed_over: 409,
  voucher_used: 409,
  voucher_expired: 409,
  voucher_cancelled: 409,
  too_many_cancel_requests: 409,
  payment_unavailable: 409,
  cash_taken: 409,
  grant_over_limit: 409,
  undo_too_late: 409,
  undo_not_yours: 409,
  left_grant_settled: 409,
  adjustment_over_limit: 409,
  slug_taken: 409,
  earning_ended: 409,
  identifier_taken: 409,
  slug_reserved: 409,
  last_owner: 409,
  no_approver: 409,
  email_needed: 409,
  already_staff: 409,
  tenant_missing: 409,
  session_changed: 409,
  too_many_origins: 409,
  too_many_keys: 409,
  member_code_stale: 409,
  presence_needed: 409,
  ask_over: 409,
  cards_unavailable: 409,
  stripe_refused: 409,
  shop_closed: 410,
  payload_too_large: 413,
  unsupported_media_type: 415,
  key_reused: 422,
  currency_mismatch: 422,
  refund_exceeds_line: 422,
  refund_exceeds_payment: 422,
  phone_unavailable: 422,
  country_without_cards: 422,
  number_mistyped: 422,
  code_wrong: 422,
  code_expired: 422,
  pin_wrong: 422,
  password_wrong: 422,
  pin_refused: 422,
  pin_needed: 423,
  locked: 429,
  too_many_requests: 429,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ProblemCode, number>;

/** How long a client waits before it sends the same again after a fault that passes. */
const UNAVAILABLE_RETRY_SECONDS = 2;

/** An RFC 9457 problem, before it is written as JSON or drawn as a page. */
export type Problem = {
  type: string;
  code: string;
  title: string;
  status: (typeof STATUS_BY_CODE)[ProblemCode];
  detail: string;
  /** The request's id: it finds the request in the logs. */
  instance: string;
  errors?: readonly FieldError[];
  [member: string]: unknown;
};

export type ProblemSetting = { format: FormatSetting; requestId: string; nowMs: number };

/** The stable code as it stands in `type` and `code`: the refusal's own, with hyphens. */
export function hyphenated(code: ProblemCode): string {
  return code.replaceAll('_', '-');
}

/** Says a failure as a problem in the reader's language; unknown failures say nothing but `internal`. */
export function problemOf(failure: unknown, setting: ProblemSetting): Problem {
  if (failure instanceof RefusedError) {
    const problem = problemOfRefusal(failure.refusal, setting);
    return failure.errors.length > 0 ? { ...problem, errors: failure.errors } : problem;
  }
  if (failure instanceof AppError) return problemOfCode(failure.code, failure.members, setting);
  if (failure instanceof HTTPException) return problemOfCode(codeOfStatus(failure.status), {}, setting);
  return problemOfCode('internal', {}, setting);
}

/** A refusal's own data (what is missing, what the new price is) stands beside its words. */
export function problemOfRefusal(refusal: AnyRefusal, setting: ProblemSetting): Problem {
  const { code, ...members } = refusal;
  return build(code, refusalWords(refusal, setting.format, setting.nowMs), members, setting);
}

function problemOfCode(
  code: AppErrorCode,
  members: Record<string, unknown>,
  setting: ProblemSetting,
): Problem {
  return build(code, faultWords(code, setting), members, setting);
}

function faultWords(code: AppErrorCode, { format, requestId }: ProblemSetting): RefusalWords {
  const t = translator(format.locale, 'errors');
  const passing = code === 'unavailable' || code === 'internal';
  return {
    title: t(`${code}.title`),
    detail: passing ? t(`${code}.detail`, { requestId }) : t(`${code}.detail`),
  };
}

function build(
  code: ProblemCode,
  words: RefusalWords,
  members: Record<string, unknown>,
  { requestId }: ProblemSetting,
): Problem {
  const name = hyphenated(code);
  const { title, detail } = words;
  const type = `https://pointmall.dev/problems/${name}`;
  return { ...members, type, code: name, title, status: STATUS_BY_CODE[code], detail, instance: requestId };
}

/** Headers that the status asks for; the body says the same. */
export function problemHeaders(problem: Problem): Record<string, string> {
  const seconds = typeof problem.seconds === 'number' ? problem.seconds : null;
  const minutes = typeof problem.minutes === 'number' ? problem.minutes * 60 : null;
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  if (problem.status === 429)
    headers['retry-after'] = String(seconds ?? minutes ?? UNAVAILABLE_RETRY_SECONDS);
  if (problem.status === 503) headers['retry-after'] = String(UNAVAILABLE_RETRY_SECONDS);
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer realm="pointmall"';
  return headers;
}

/** Frameworks throw by status; only those statuses that they do throw are told apart. */
function codeOfStatus(status: number): AppErrorCode {
  switch (status) {
    case 400:
      return 'malformed_json';
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
      return 'not_found';
    case 405:
      return 'method_not_allowed';
    case 413:
      return 'payload_too_large';
    case 415:
      return 'unsupported_media_type';
    case 429:
      return 'rate_limited';
    case 503:
      return 'unavailable';
    default:
      return 'internal';
  }
}
