import type { Context } from '../../context.ts';
import { isMemberNumber } from '../../domain/member-number.ts';
import { parseContactIdentifier } from '../../lib/contact-identifier.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { type MemberRow, selectMember, selectMemberByNumber, selectMembersByIdentifiers } from './queries.ts';

/** Missing and foreign members answer alike. */
export async function getMember({
  ctx,
  input,
}: {
  ctx: Context;
  input: { memberId: string };
}): Promise<Result<MemberRow>> {
  const [[member]] = await ctx.db.batch(ctx.tenant.id, [selectMember(ctx, input.memberId)]);
  return member ? succeed(member) : refuse({ code: 'not_found' });
}

/** Who is meant by what a clerk typed or heard: an eight-digit number, a phone or an e-mail address. */
export async function findMember({
  ctx,
  input,
}: {
  ctx: Context;
  input: { typed: string };
}): Promise<Result<MemberRow>> {
  const typed = input.typed.replace(/\s/g, '');
  const query = isMemberNumber(typed) ? selectMemberByNumber(ctx, typed) : byContact(ctx, typed);
  if (!query) return refuse({ code: 'invalid_input', field: 'q', reason: 'not_a_phone_email_or_number' });
  const [[member]] = await ctx.db.batch(ctx.tenant.id, [query]);
  return member ? succeed(member) : refuse({ code: 'not_found' });
}

/** The member whom the merchant's own id names. */
export async function findMemberByExternalId({
  ctx,
  input,
}: {
  ctx: Context;
  input: { externalId: string };
}): Promise<Result<MemberRow>> {
  const [[member]] = await ctx.db.batch(ctx.tenant.id, [selectMembersByIdentifiers(ctx, input)]);
  return member ? succeed(member) : refuse({ code: 'not_found' });
}

function byContact(ctx: Context, typed: string) {
  const contact = parseContactIdentifier(typed, ctx.tenant);
  return contact && selectMembersByIdentifiers(ctx, contact);
}
