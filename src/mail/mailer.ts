import type { Config, Mailer } from '../context.ts';
import { postOrUnavailable } from '../http/post.ts';

/** Resend takes mail by HTTP; its answer in time is all that a sign-in can wait for. */
const RESEND_URL = 'https://api.resend.com/emails';

/** How letters leave: through Resend, or locally to the inbox page. Without either, nothing is sent. */
export function mailerOf(config: Config): Mailer {
  const { from, resendApiKey } = config.mail;
  if (resendApiKey !== null) {
    return {
      send: ({ to, subject, text }) =>
        postOrUnavailable(RESEND_URL, { from, to: [to], subject, text }, resendApiKey),
    };
  }
  const endpoint = config.local?.endpoint;
  // parseConfig lets a production without RESEND_API_KEY pass no further than its start.
  if (endpoint === undefined) throw new Error('mail has no provider');
  return {
    send: ({ to, subject, text }) => postOrUnavailable(`${endpoint}/mail`, { from, to, subject, text }, null),
  };
}
