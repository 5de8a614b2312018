import type { Context } from '../../context.ts';
import { parseContactIdentifier, takesMessages } from '../../lib/contact-identifier.ts';
import { hmacBase64Url } from '../../lib/hash.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';

type IdentifyContext = Pick<Context, 'config' | 'sms' | 'tenant'>;

/** Who wants to sign in, as typed and understood; `hash` is all of it that the codes' table keeps. */
export type Identified = {
  phone: string | null;
  email: string | null;
  channel: 'sms' | 'email';
  address: string;
  hash: string;
};

/** Reads the one field. A phone is refused where no text message could arrive. */
export function identify(ctx: IdentifyContext, typed: string): Result<Identified> {
  const parsed = parseContactIdentifier(typed, ctx.tenant);
  if (!parsed) return refuse({ code: 'invalid_input', field: 'identifier', reason: 'malformed' });
  if (parsed.kind === 'phone' && ctx.sms === null) return refuse({ code: 'phone_unavailable' });
  if (parsed.kind === 'phone' && !takesMessages(parsed.phone)) {
    return refuse({ code: 'invalid_input', field: 'identifier', reason: 'not_a_mobile_number' });
  }
  const phone = parsed.kind === 'phone' ? parsed.phone : null;
  const email = parsed.kind === 'email' ? parsed.email : null;
  const address = parsed.kind === 'phone' ? parsed.phone : parsed.email;
  const hash = hmacBase64Url(
    ctx.config.sessionSecret,
    `identifier/${ctx.tenant.id}/${parsed.kind}/${address}`,
  );
  return succeed({ phone, email, channel: parsed.kind === 'phone' ? 'sms' : 'email', address, hash });
}

/** Bound to shop and address, so that a hash found in the table opens nothing elsewhere. */
export function codeHashOf(ctx: IdentifyContext, identified: Identified, code: string): string {
  return hmacBase64Url(ctx.config.sessionSecret, `code/${identified.hash}/${code}`);
}
