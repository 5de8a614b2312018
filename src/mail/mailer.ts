import type { Config, Mail, Mailer } from '../context.ts';
import { postOrUnavailable } from '../http/post.ts';
import { sha256Hex } from '../lib/hash.ts';

/** Resend takes mail by HTTP; its answer in time is all that a sign-in can wait for. */
const RESEND_URL = 'https://api.resend.com/emails';

/** How letters leave: through Resend, or locally to the inbox page. Without either, nothing is sent. */
export function mailerOf(config: Config): Mailer {
  const { from, resendApiKey } = config.mail;
  if (resendApiKey !== null) {
    return {
      send: ({ to, subject, text, html, fromName, replyTo, key }) =>
        postOrUnavailable(
          RESEND_URL,
          {
            from: named(from, fromName),
            to: [to],
            subject,
            text,
            ...(html !== undefined && { html }),
            ...(replyTo !== undefined && { reply_to: replyTo }),
          },
          resendApiKey,
          // A parcel's number may be written in any script, and a header takes neither that nor any length.
          key === undefined ? {} : { 'idempotency-key': sha256Hex(key) },
        ),
    };
  }
  const endpoint = config.local?.endpoint;
  // parseConfig lets a production without RESEND_API_KEY pass no further than its start.
  if (endpoint === undefined) throw new Error('mail has no provider');
  return {
    send: ({ fromName, ...mail }: Mail) =>
      postOrUnavailable(`${endpoint}/mail`, { ...mail, from: named(from, fromName) }, null),
  };
}

/** The installation's address under the shop's name: quoted, so that no name can add an address. */
function named(from: string, name: string | undefined): string {
  if (name === undefined) return from;
  const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
  const plain = name
    .replace(/[\p{C}"\\<>]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? from : `"${plain}" <${address}>`;
}
