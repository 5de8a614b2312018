import type { Context } from '../../context.ts';
import { memberAnswer } from '../members/answers.ts';
import { selectTestMembers } from '../members/queries.ts';
import { sealTestTicket } from '../members/test-ticket.ts';
import { mallUrlOf } from '../tenants/answers.ts';
import { selectHasRealMember } from './queries.ts';
import type { TestMemberAnswer } from './schemas.ts';

/** The owner's own try: who it is, or the way to become it from her phone. */
export async function getTestMember({ ctx }: { ctx: Context }): Promise<TestMemberAnswer> {
  const [tried, [counted]] = await ctx.db.batch(ctx.tenant.id, [
    selectTestMembers(ctx),
    selectHasRealMember(ctx),
  ]);
  const hasRealMembers = counted?.hasRealMembers ?? false;
  const member = tried.find(({ state }) => state !== 'erased');
  if (member) return { member: memberAnswer(member), join: null, hasRealMembers };
  if (ctx.tenant.state !== 'open') return { member: null, join: null, hasRealMembers };
  const { sealed, untilMs } = await sealTestTicket(ctx, tried.length);
  const url = `${mallUrlOf(ctx.config, ctx.tenant.slug)}join?test=${encodeURIComponent(sealed)}`;
  return { member: null, join: { url, untilMs }, hasRealMembers };
}
