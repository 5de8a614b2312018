import type en from '../../src/messages/en/guide.ts';

type RefusalCode = keyof typeof en.widget.codes;

/** What `POST /widget/v1/session` may answer to a developer who sets it up, most likely first, and its status. */
export const SESSION_REFUSALS: readonly { code: RefusalCode; status: number }[] = [
  { code: 'token_invalid', status: 401 },
  { code: 'token_expired', status: 401 },
  { code: 'token_replayed', status: 401 },
  { code: 'origin_not_allowed', status: 403 },
  { code: 'account_frozen', status: 409 },
  { code: 'too_many_requests', status: 429 },
  { code: 'not_found', status: 404 },
  { code: 'unavailable', status: 503 },
];
