import type { Config, SmsSender } from '../context.ts';
import { postOrUnavailable } from '../http/post.ts';

/**
 * How text messages leave: a provider that takes `{to, text}` with a bearer token, or locally the
 * inbox page. Null in production without a provider: phones are then not offered at all.
 */
export function smsSenderOf(config: Config): SmsSender | null {
  const { sms, local } = config;
  if (sms !== null) return { send: ({ to, text }) => postOrUnavailable(sms.url, { to, text }, sms.token) };
  if (local !== null) {
    return { send: ({ to, text }) => postOrUnavailable(`${local.endpoint}/sms`, { to, text }, null) };
  }
  return null;
}
