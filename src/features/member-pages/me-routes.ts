import { Hono } from 'hono';
import type { BirthdayView } from '../../../web/mall/birthday.tsx';
import { SWITCHED_LETTERS } from '../../domain/letter.ts';
import { LOCALES } from '../../domain/locale.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { AppError, RefusedError } from '../../http/errors.ts';
import { spacedPhone } from '../../lib/contact-identifier.ts';
import { translator } from '../../messages/translator.ts';
import { chooseLetters, wantedLetters } from '../letters/choose-letters.ts';
import { wordsOf } from '../mall/pages.tsx';
import { readFields, readForm, readText } from '../mall/read-form.ts';
import { ACCOUNT_WAIT_MS, requireMember } from '../mall/read-member.ts';
import { newFormKey, readKey, readWhole } from '../mall/redeem-form.ts';
import { keepLanguage } from '../mall/remember-language.ts';
import { withinOrNull } from '../mall/within.ts';
import { getMember } from '../members/find-member.ts';
import { sayBirthday } from '../members/own-birthday.ts';
import { changeOwnProfile, NAME_CHARACTERS_MAX } from '../members/own-profile.ts';
import { chooseNews, getConsents, type NewsChannel } from '../members/record-consents.ts';
import { answerForm } from '../profile-form/answer-form.ts';
import { readOwnForm } from '../profile-form/read-form.ts';
import { listOwnRedemptions } from '../redemptions/get-redemption.ts';
import { aboutView, answersIn, pointsToGet } from './about-view.ts';
import { signInAndBack, takeForm } from './kept-form.ts';
import { legalVersionOf, mePage, newsPage, profilePage, vouchersPage } from './pages.tsx';
import { toSignIn, whoOf } from './who.ts';

const VOUCHERS_SHOWN = 100;
const PROFILE = '/me/profile';
const NEWS = '/me/news';
const BIRTHDAY_CHARACTERS_MAX = 2;

/** Herself: her card, her vouchers, how she is called, and which news she wants. */
export const meRoutes = new Hono<AppEnv>()
  .get('/me', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const member = await requireMember({ ctx });
    if (!member) return toSignIn(c);
    const { memberId, overview } = member;
    const [found, own] = await Promise.all([
      withinOrNull(ACCOUNT_WAIT_MS, getMember({ ctx, input: { memberId } })),
      withinOrNull(ACCOUNT_WAIT_MS, readOwnForm({ ctx, input: { memberId } })),
    ]);
    const who = found?.ok ? whoOf(found.value) : null;
    const { availablePoints } = overview.balances;
    return c.html(mePage(visit, { who, availablePoints, profilePoints: own && pointsToGet(own) }));
  })
  .get('/me/vouchers', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const member = await requireMember({ ctx });
    if (!member) return toSignIn(c);
    const input = { memberId: member.memberId, cursor: null, limit: VOUCHERS_SHOWN };
    const page = await withinOrNull(ACCOUNT_WAIT_MS, listOwnRedemptions({ ctx, input }));
    return c.html(vouchersPage(visit, page?.ok ? page.value.items : null), page ? 200 : 503);
  })
  .get(PROFILE, async (c) => {
    const kept = await takeForm(c, PROFILE);
    return drawProfile(c, {
      typed: kept?.name ?? null,
      about: answersIn(kept ?? {}),
      given: readWhole(c.req.query('given') ?? null) || null,
      error: null,
      saved: c.req.query('saved') !== undefined,
      kept: c.req.query('kept') !== undefined,
      birthday: { chosen: null, kept: c.req.query('born') !== undefined },
    });
  })
  .post(PROFILE, async (c) => {
    const { ctx } = c.var.visit;
    const form = await readForm(c);
    const name = readText(form, 'name', 4 * NAME_CHARACTERS_MAX);
    const locale = LOCALES.find((each) => each === form.get('locale')) ?? ctx.locale;
    const member = await requireMember({ ctx });
    if (!member) return signInAndBack(c, PROFILE, { name });
    const input = { memberId: member.memberId, displayName: name, locale };
    const changed = await changeOwnProfile({ ctx, input });
    if (!changed.ok) {
      const error = translator(ctx.locale, 'member')('profile.nameTooLong', { max: NAME_CHARACTERS_MAX });
      return drawProfile(c, { typed: name, about: {}, given: null, error, saved: false });
    }
    keepLanguage(c, locale);
    return c.redirect(`${PROFILE}?saved`, 303);
  })
  .post('/me/profile/about', async (c) => {
    const { ctx } = c.var.visit;
    const form = await readForm(c);
    const member = await requireMember({ ctx });
    const fields = readFields(form);
    if (!member) return signInAndBack(c, PROFILE, fields);
    const key = readKey(form);
    if (key === null) throw new AppError('not_found');
    const { memberId, overview } = member;
    const input = { memberId, typed: answersIn(fields), isFrozen: overview.frozenAtMs !== null, key };
    const answered = await answerForm({ ctx, input });
    if (!answered.ok) throw new RefusedError(answered.refusal);
    const { givenPoints } = answered.value;
    return c.redirect(
      givenPoints > 0 ? `${PROFILE}?given=${givenPoints}#about` : `${PROFILE}?kept#about`,
      303,
    );
  })
  .post('/me/profile/birthday', async (c) => {
    const { ctx } = c.var.visit;
    const form = await readForm(c);
    const month = readText(form, 'month', BIRTHDAY_CHARACTERS_MAX);
    const day = readText(form, 'day', BIRTHDAY_CHARACTERS_MAX);
    const member = await requireMember({ ctx });
    if (!member) return signInAndBack(c, PROFILE, {});
    const said = await sayBirthday({ ctx, input: { memberId: member.memberId, month, day } });
    if (said.ok) return c.redirect(`${PROFILE}?born#birthday`, 303);
    if (said.refusal.code !== 'invalid_input') throw new RefusedError(said.refusal);
    const error = translator(ctx.locale, 'member')('birthday.noSuchDay');
    const birthday = { chosen: { month, day, error }, kept: false };
    return drawProfile(c, { typed: null, about: {}, given: null, error: null, saved: false, birthday });
  })
  .get(NEWS, async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const member = await requireMember({ ctx });
    if (!member) return toSignIn(c);
    const input = { memberId: member.memberId };
    const [consents, profile] = await Promise.all([getConsents({ ctx, input }), getMember({ ctx, input })]);
    const letters = profile.ok ? wantedLetters(profile.value) : null;
    const source = { idempotencyKey: newFormKey(), consents, channels: channelsOf(c), letters };
    return c.html(newsPage(visit, { ...source, saved: c.req.query('saved') !== undefined }));
  })
  .post(NEWS, async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const form = await readForm(c);
    const member = await requireMember({ ctx });
    if (!member) return c.redirect(`/sign-in?ended&to=${encodeURIComponent(NEWS)}`, 303);
    const key = readKey(form);
    if (key === null) throw new AppError('not_found');
    const chosen = Object.fromEntries(channelsOf(c).map((channel) => [channel, form.has(channel)]));
    const { memberId } = member;
    const saved = await chooseNews({ ctx, input: { memberId, chosen, version: legalVersionOf(visit), key } });
    // Another choice under this form's key: it was sent before, and what it said then holds.
    return c.redirect(saved.ok ? `${NEWS}?saved` : NEWS, 303);
  })
  .post('/me/letters', async (c) => {
    const { ctx } = c.var.visit;
    const form = await readForm(c);
    const member = await requireMember({ ctx });
    if (!member) return c.redirect(`/sign-in?ended&to=${encodeURIComponent(NEWS)}`, 303);
    const muted = SWITCHED_LETTERS.filter((kind) => !form.has(kind));
    await chooseLetters({ ctx, input: { memberId: member.memberId, muted } });
    return c.redirect(`${NEWS}?saved`, 303);
  });

/** The ways in which the shop can send anything. */
function channelsOf({ var: { visit } }: AppContext): NewsChannel[] {
  return visit.ctx.sms === null ? ['email'] : ['email', 'sms'];
}

type Drawn = {
  typed: string | null;
  /** What she had answered before she had to sign in again. */
  about: Record<string, string>;
  given: number | null;
  error: string | null;
  saved: boolean;
  /** Her answers were kept just now. */
  kept?: boolean;
  birthday?: Omit<BirthdayView, 'birthday'>;
};

async function drawProfile(
  c: AppContext,
  { typed, about, given, error, saved, kept = false, birthday }: Drawn,
) {
  const visit = { ...c.var.visit, path: PROFILE };
  const { ctx } = visit;
  const member = await requireMember({ ctx });
  if (!member) return toSignIn(c);
  const input = { memberId: member.memberId };
  const [found, own] = await Promise.all([getMember({ ctx, input }), readOwnForm({ ctx, input })]);
  if (!found.ok) throw new AppError('not_found');
  const { displayName, locale, phone, email } = found.value;
  const contact = [...(phone ? [spacedPhone(phone)] : []), ...(email ? [email] : [])];
  const name = { value: typed ?? displayName, error };
  const isFrozen = member.overview.frozenAtMs !== null;
  const typing = { typed: about, given, kept, isFrozen, idempotencyKey: newFormKey() };
  const asked = aboutView(wordsOf(visit), own, typing);
  const born = { chosen: null, kept: false, ...birthday, birthday: found.value.birthday };
  const isWrong = error !== null || born.chosen !== null;
  return c.html(
    profilePage(visit, { name, locale, contact, saved, about: asked, birthday: born }),
    isWrong ? 422 : 200,
  );
}
