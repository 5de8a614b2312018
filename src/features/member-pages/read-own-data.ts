import type { Context } from '../../context.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { entryAnswer, memberAnswer, overviewAnswer } from '../members/answers.ts';
import { getOverview } from '../members/get-overview.ts';
import { listConsents } from '../members/record-consents.ts';
import { listAddresses } from '../members/save-address.ts';
import { getMemberProfile } from '../profile-form/read-form.ts';
import { listOwnQuestions } from '../questions/ask-question.ts';
import { redemptionAnswer } from '../redemptions/answers.ts';
import { listOwnRedemptions } from '../redemptions/get-redemption.ts';
import { readHistory } from './read-history.ts';

const REDEMPTIONS_PAGE = 100;
/** What one file holds at most; the newest come first. */
const REDEMPTIONS_MAX = 1_000;

/** Everything that the shop keeps about a member, in the shapes of the public API. */
export async function readOwnData({
  ctx,
  input: { memberId },
}: {
  ctx: Context;
  input: { memberId: string };
}) {
  const input = { memberId };
  const found = await getOverview({ ctx, input });
  if (!found.ok) throw new AppError('unavailable');
  const { member, overview } = found.value;
  const [entries, redemptions, addresses, consents, questions, profile] = await Promise.all([
    readHistory({ ctx, input }),
    readRedemptions(ctx, memberId),
    listAddresses({ ctx, input }),
    listConsents({ ctx, input }),
    listOwnQuestions({ ctx, input }),
    getMemberProfile({ ctx, input }),
  ]);
  return {
    shop: ctx.tenant.name,
    writtenAt: new Date(ctx.clock.nowMs()).toISOString(),
    member: {
      ...memberAnswer(member),
      birthday: member.birthday,
      consentVersion: member.consentVersion,
      consentAt: isoOrNull(member.consentAtMs),
    },
    points: overviewAnswer(member, overview),
    entries: entries.map(entryAnswer),
    redemptions,
    profile: profile.answers,
    addresses: addresses.map(({ address, isDefault }) => ({ ...address, isDefault })),
    consents: consents.map(({ kind, granted, version, atMs }) => ({
      kind,
      granted,
      version,
      at: new Date(atMs).toISOString(),
    })),
    questions: questions.map(({ text, orderNumber, askedAtMs, answer, answeredAtMs }) => ({
      text,
      orderNumber,
      askedAt: new Date(askedAtMs).toISOString(),
      answer,
      answeredAt: isoOrNull(answeredAtMs),
    })),
  };
}

async function readRedemptions(ctx: Context, memberId: string) {
  const all: ReturnType<typeof redemptionAnswer>[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listOwnRedemptions>> = await listOwnRedemptions({
      ctx,
      input: { memberId, cursor, limit: REDEMPTIONS_PAGE },
    });
    if (!page.ok) throw new AppError('unavailable');
    all.push(...page.value.items.map((view) => redemptionAnswer(view)));
    cursor = page.value.nextCursor;
  } while (cursor !== null && all.length < REDEMPTIONS_MAX);
  return all;
}
