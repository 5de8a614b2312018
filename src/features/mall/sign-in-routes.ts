import { Hono } from 'hono';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { endMemberSession, startMemberSession } from '../../http/member-session.ts';
import { STATUS_BY_CODE } from '../../http/problem.ts';
import type { AnyRefusal } from '../../lib/result.ts';
import { refusalWords } from '../../messages/refusal-words.ts';
import { requestSignInCode } from '../sign-in/request-sign-in-code.ts';
import { verifySignInCode } from '../sign-in/verify-sign-in-code.ts';
import { signInPage, wordsOf } from './pages.tsx';
import { readForm, readText } from './read-form.ts';
import { returnPath } from './return-path.ts';

type Step = { step: 'identifier' | 'code'; identifier: string; code?: string; to: string };
type Wrong = { identifier?: string; code?: string; refusal?: string };

const IDENTIFIER_CHARACTERS_MAX = 254;
const CODE_CHARACTERS_MAX = 32;
const PATH_CHARACTERS_MAX = 500;

/** One field, then the code; joining is the same. Returns to where she was. */
export const signInRoutes = new Hono<AppEnv>()
  .get('/sign-in', (c) => {
    const to = returnPath(c.req.query('to'));
    if (c.var.visit.signedIn) return c.redirect(to, 303);
    return c.html(draw(c, { step: 'identifier', identifier: '', to }));
  })
  .post('/sign-in', async (c) => {
    const sent = await readSent(c);
    const { ctx } = c.var.visit;
    if (sent.identifier === '') return c.html(draw(c, { ...sent, step: 'identifier' }, missing(c)), 422);
    const result = await requestSignInCode({ ctx, input: { identifier: sent.identifier } });
    if (result.ok) return c.html(draw(c, { ...sent, step: 'code', code: '' }));
    const { refusal } = result;
    const wrong = refusal.code === 'invalid_input' ? malformed(c) : { refusal: words(c, refusal) };
    // A code is on its way already: the next step is to type it, not to ask again.
    const step = refusal.code === 'too_many_requests' ? 'code' : 'identifier';
    return c.html(draw(c, { ...sent, step, code: '' }, wrong), STATUS_BY_CODE[refusal.code]);
  })
  .post('/sign-in/code', async (c) => {
    const sent = await readSent(c);
    const { ctx } = c.var.visit;
    const result = await verifySignInCode({
      ctx,
      input: {
        identifier: sent.identifier,
        code: sent.code,
        consentVersion: consentVersion(c),
        displayName: null,
      },
    });
    if (result.ok) {
      const { memberId, sessionGeneration } = result.value;
      await startMemberSession(c, ctx.tenant, { memberId, sessionGeneration });
      return c.redirect(sent.to, 303);
    }
    const { refusal } = result;
    const { t } = wordsOf(c.var.visit);
    const wrong =
      refusal.code === 'invalid_input' ? { code: t('sign.codeRequired') } : { code: words(c, refusal) };
    return c.html(draw(c, { ...sent, step: 'code', code: '' }, wrong), STATUS_BY_CODE[refusal.code]);
  })
  .post('/sign-out', (c) => {
    endMemberSession(c);
    return c.redirect('/', 303);
  });

async function readSent(c: AppContext) {
  const form = await readForm(c);
  return {
    identifier: readText(form, 'identifier', IDENTIFIER_CHARACTERS_MAX).trim(),
    code: readText(form, 'code', CODE_CHARACTERS_MAX).trim(),
    to: returnPath(readText(form, 'to', PATH_CHARACTERS_MAX)),
  };
}

function draw(c: AppContext, { step, identifier, code = '', to }: Step, wrong: Wrong = {}) {
  const { visit } = c.var;
  return signInPage(visit, {
    step,
    phone: visit.ctx.sms !== null,
    identifier: { value: identifier, error: wrong.identifier ?? null },
    code: { value: code, error: wrong.code ?? null },
    refusal: wrong.refusal ?? null,
    to,
  });
}

function missing(c: AppContext): Wrong {
  const { ctx } = c.var.visit;
  const { t } = wordsOf(c.var.visit);
  return { identifier: t(ctx.sms ? 'sign.identifierRequired' : 'sign.emailRequired') };
}

function malformed(c: AppContext): Wrong {
  const { ctx } = c.var.visit;
  const { t } = wordsOf(c.var.visit);
  return { identifier: t(ctx.sms ? 'sign.identifierInvalid' : 'sign.emailInvalid') };
}

function words(c: AppContext, refusal: AnyRefusal): string {
  const { locale, tenant, clock } = c.var.visit.ctx;
  const setting = { locale, timeZone: tenant.timeZone, pointsName: tenant.pointsName };
  return refusalWords(refusal, setting, clock.nowMs()).detail;
}

/** The terms a member agrees to by joining are the rules as published. */
function consentVersion(c: AppContext): string {
  return `rules-${c.var.visit.manifest.programme.current?.version ?? 0}`;
}
