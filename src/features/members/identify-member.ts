import type { Context } from '../../context.ts';
import { parseEmail, parsePhone } from '../../lib/contact-identifier.ts';
import { refuse, succeed } from '../../lib/result.ts';
import type { Identifiers } from './queries.ts';

/** What was typed, in the form that is stored and compared; names the first one that is not readable. */
export function readIdentifiers(ctx: Pick<Context, 'tenant'>, typed: Identifiers) {
  const phone = typed.phone && parsePhone(typed.phone, ctx.tenant);
  if (phone === null && typed.phone !== null) {
    return refuse({ code: 'invalid_input', field: 'phone', reason: 'not_a_phone_number' });
  }
  const email = typed.email && parseEmail(typed.email);
  if (email === null && typed.email !== null) {
    return refuse({ code: 'invalid_input', field: 'email', reason: 'not_an_email_address' });
  }
  return succeed<Identifiers>({ phone: phone || null, email: email || null, externalId: typed.externalId });
}
