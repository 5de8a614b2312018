import { Hono } from 'hono';
import { CODE_FRESH_MS } from '../../domain/large-redemption.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { endMemberSession, startMemberSession } from '../../http/member-session.ts';
import { STATUS_BY_CODE } from '../../http/problem.ts';
import { spacedPhone } from '../../lib/contact-identifier.ts';
import type { AnyRefusal } from '../../lib/result.ts';
import { refusalWords } from '../../messages/refusal-words.ts';
import { dropForm, takeForm } from '../member-pages/kept-form.ts';
import { legalVersionOf } from '../member-pages/pages.tsx';
import { agreeToTerms, chooseNews } from '../members/record-consents.ts';
import { requestSignInCode } from '../sign-in/request-sign-in-code.ts';
import { verifySignInCode } from '../sign-in/verify-sign-in-code.ts';
import { dropDraft } from './confirm-draft.ts';
import { dropJoining, readJoining } from './join-step.ts';
import { signInPage, wordsOf } from './pages.tsx';
import { readForm, readText } from './read-form.ts';
import { readMember } from './read-member.ts';
import { newFormKey } from './redeem-form.ts';
import { returnPath } from './return-path.ts';
import { dropStep, keepStep, readStep, type SignInStep } from './sign-in-step.ts';
import type { OpenVisit } from './visit.ts';

const CODE_PATH = '/sign-in/code';
const IDENTIFIER_CHARACTERS_MAX = 254;
const CODE_CHARACTERS_MAX = 32;
const PATH_CHARACTERS_MAX = 500;

/** One field, then the code; joining is the same. Returns to where she was. */
export const signInRoutes = new Hono<AppEnv>()
  .get('/sign-in', async (c) => {
    const to = returnPath(c.req.query('to'));
    if (await isSignedIn(c)) return c.redirect(to, 303);
    const ended = readEnded(c.req.query('ended'));
    const kept = await takeForm(c, '/sign-in');
    const identifier = kept?.identifier ?? '';
    return c.html(drawIdentifierStep(c.var.visit, { identifier, to, ended }));
  })
  .post('/sign-in', async (c) => {
    const { visit } = c.var;
    const { identifier, to, again } = await readSent(c);
    if (identifier === '') {
      return c.html(drawIdentifierStep(visit, { identifier, to, error: missingWords(visit) }), 422);
    }
    const result = await requestSignInCode({ ctx: visit.ctx, input: { identifier } });
    if (result.ok) {
      await keepStep(c, { identifier: result.value.address, to, sent: again ? 'again' : 'first' });
      return c.redirect(CODE_PATH, 303);
    }
    const { refusal } = result;
    const status = STATUS_BY_CODE[refusal.code];
    const step = await readStep(c);
    const mine = step?.identifier === identifier ? step : null;
    if (refusal.code === 'too_many_requests' && refusal.sentTo !== undefined && !again) {
      const resendAtMs = visit.ctx.clock.nowMs() + refusal.seconds * 1000;
      await keepStep(c, { identifier: refusal.sentTo, to, sent: 'before', resendAtMs });
      return c.redirect(CODE_PATH, 303);
    }
    // An earlier code may still open: whoever has come so far is not sent back to the first step.
    if (mine && again) return c.html(drawCodeStep(visit, mine, { refusal: words(c, refusal) }), status);
    const error = refusal.code === 'invalid_input' ? invalidWords(visit, refusal.reason) : null;
    const said = error === null ? { refusal: words(c, refusal) } : { error };
    return c.html(drawIdentifierStep(visit, { identifier, to, ...said }), status);
  })
  .get(CODE_PATH, async (c) => {
    const step = await readStep(c);
    if (await isSignedIn(c)) return c.redirect(step?.to ?? '/', 303);
    return step ? c.html(drawCodeStep(c.var.visit, step, {})) : c.redirect('/sign-in', 303);
  })
  .post(CODE_PATH, async (c) => {
    const { identifier, code, to, news } = await readSent(c);
    const { ctx } = c.var.visit;
    const consentVersion = legalVersionOf(c.var.visit);
    const joining = await readJoining(c);
    const input = { identifier, code, consentVersion, displayName: null, ...joining };
    const result = await verifySignInCode({ ctx, input });
    if (result.ok) {
      const { memberId, sessionGeneration, agreedVersion } = result.value;
      const provedUntilMs = ctx.clock.nowMs() + CODE_FRESH_MS;
      await startMemberSession(c, ctx.tenant, { memberId, sessionGeneration, provedUntilMs });
      dropStep(c);
      dropJoining(c);
      const channel = news ? channelOf(identifier) : null;
      const asked = await keepConsents(c, { memberId, agreedVersion, consentVersion, news: channel });
      return c.redirect(asked ? `/consent?to=${encodeURIComponent(to)}` : to, 303);
    }
    const { refusal } = result;
    const error =
      refusal.code === 'invalid_input' ? wordsOf(c.var.visit).t('sign.codeRequired') : words(c, refusal);
    const step = { identifier, to, sent: 'first' } as const;
    return c.html(drawCodeStep(c.var.visit, step, { error, news }), STATUS_BY_CODE[refusal.code]);
  })
  .post('/sign-out', (c) => {
    endMemberSession(c);
    dropStep(c);
    dropDraft(c);
    dropForm(c);
    return c.redirect('/', 303);
  });

type Agreed = {
  memberId: string;
  /** What she had agreed to when she signed in; her own joining has just done so. */
  agreedVersion: string | null;
  consentVersion: string;
  /** The way in which she wants the shop's news, where she ticked it. */
  news: 'email' | 'sms' | null;
};

/**
 * Keeps what the form stood for: joining agrees to the texts beside it, and the box is for the shop's
 * news; left empty it withdraws nothing. Says whether she is to be asked about texts that have changed.
 */
async function keepConsents(c: AppContext, { memberId, agreedVersion, consentVersion, news }: Agreed) {
  const { ctx } = c.var.visit;
  const changed = agreedVersion !== null && agreedVersion !== consentVersion;
  if (!changed) await agreeToTerms({ ctx, input: { memberId, version: consentVersion } });
  if (news !== null) {
    const input = { memberId, chosen: { [news]: true }, version: consentVersion, key: newFormKey() };
    await chooseNews({ ctx, input });
  }
  return changed;
}

/** By her account: a cookie of a session that has ended would send her round in circles. */
async function isSignedIn({ var: { visit } }: AppContext): Promise<boolean> {
  return (await readMember(visit)).kind === 'known';
}

async function readSent(c: AppContext) {
  const form = await readForm(c);
  return {
    identifier: readText(form, 'identifier', IDENTIFIER_CHARACTERS_MAX).trim(),
    code: readText(form, 'code', CODE_CHARACTERS_MAX).trim(),
    to: returnPath(readText(form, 'to', PATH_CHARACTERS_MAX)),
    again: form.has('again'),
    news: form.has('news'),
  };
}

function words(c: AppContext, refusal: AnyRefusal): string {
  const { locale, tenant, clock } = c.var.visit.ctx;
  const setting = { locale, timeZone: tenant.timeZone, pointsName: tenant.pointsName };
  return refusalWords(refusal, setting, clock.nowMs()).detail;
}

type Wrong = { error?: string | null; refusal?: string | null; news?: boolean };
type Ended = 'session' | 'link' | null;

function readEnded(query: string | undefined): Ended {
  if (query === undefined) return null;
  return query === 'link' ? 'link' : 'session';
}

/** The first step, also after its form was refused: the language switch leads back to a page. */
function drawIdentifierStep(
  visit: OpenVisit,
  { identifier, to, ended = null, ...wrong }: Wrong & { identifier: string; to: string; ended?: Ended },
) {
  const path = to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`;
  return signInPage(
    { ...visit, path },
    {
      step: 'identifier',
      phone: visit.ctx.sms !== null,
      identifier: { value: identifier, error: wrong.error ?? null },
      refusal: wrong.refusal ?? null,
      ended,
      joining: null,
      to,
    },
  );
}

function drawCodeStep(visit: OpenVisit, step: SignInStep, wrong: Wrong) {
  const { identifier, to, sent, resendAtMs } = step;
  const waitMs = (resendAtMs ?? 0) - visit.ctx.clock.nowMs();
  return signInPage(
    { ...visit, path: '/sign-in/code' },
    {
      step: 'code',
      phone: visit.ctx.sms !== null,
      channel: channelOf(identifier),
      news: wrong.news ?? false,
      sentTo: identifier.startsWith('+') ? spacedPhone(identifier) : identifier,
      sent,
      resendSeconds: Math.max(0, Math.ceil(waitMs / 1000)),
      identifier,
      code: { value: '', error: wrong.error ?? null },
      refusal: wrong.refusal ?? null,
      to,
    },
  );
}

/** The address as it was understood: a phone number begins with its country. */
function channelOf(identifier: string): 'email' | 'sms' {
  return identifier.startsWith('+') ? 'sms' : 'email';
}

function missingWords(visit: OpenVisit): string {
  return wordsOf(visit).t(visit.ctx.sms ? 'sign.identifierRequired' : 'sign.emailRequired');
}

function invalidWords(visit: OpenVisit, reason: string): string {
  const { t } = wordsOf(visit);
  if (!visit.ctx.sms) return t('sign.emailInvalid');
  return t(reason === 'not_a_mobile_number' ? 'sign.notMobile' : 'sign.identifierInvalid');
}
