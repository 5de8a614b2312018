import { AppError } from './errors.ts';

/** People wait for these: a provider that has not answered by then is as good as away. */
const ANSWER_WITHIN_MS = 8_000;

/** Posts JSON to a provider; throws AppError `unavailable` unless it answered that it took it. */
export async function postOrUnavailable(
  url: string,
  body: unknown,
  bearer: string | null,
  extraHeaders: Record<string, string> = {},
): Promise<void> {
  const headers: Record<string, string> = { 'content-type': 'application/json', ...extraHeaders };
  if (bearer !== null) headers.authorization = `Bearer ${bearer}`;
  let response: Response;
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal });
    // An unread body keeps the connection, of which there are six.
    await response.body?.cancel();
  } catch (cause) {
    throw new AppError('unavailable', {}, { cause });
  }
  if (!response.ok) throw new AppError('unavailable', {}, { cause: new ProviderError(response.status) });
}

/** A provider's refusal; its body may quote what was sent, so only the status is kept. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly code: string;

  constructor(status: number) {
    super(`provider answered ${status}`);
    this.code = String(status);
  }
}

/** Whether a provider said no to this very thing; else it is away, or asks for patience. */
export function isRefusedByProvider(failure: unknown): boolean {
  const cause = failure instanceof Error ? failure.cause : null;
  return cause instanceof ProviderError && /^4/.test(cause.code) && cause.code !== '429';
}
