import { Hono } from 'hono';
import type { AppEnv } from '../../http/env.ts';
import { readForm, readText } from '../mall/read-form.ts';
import { requireMember } from '../mall/read-member.ts';
import { returnPath } from '../mall/return-path.ts';
import { agreeToTerms } from '../members/record-consents.ts';
import { consentPage, legalPage, legalVersionOf } from './pages.tsx';

const PATH_CHARACTERS_MAX = 500;

/** The texts that members agree to, and the question whether they agree to a changed one. */
export const legalRoutes = new Hono<AppEnv>()
  .get('/privacy', (c) => c.html(legalPage(c.var.visit, 'privacy')))
  .get('/terms', (c) => c.html(legalPage(c.var.visit, 'terms')))
  .get('/consent', (c) => c.html(consentPage(c.var.visit, returnPath(c.req.query('to')))))
  .post('/consent', async (c) => {
    const { visit } = c.var;
    const to = returnPath(readText(await readForm(c), 'to', PATH_CHARACTERS_MAX));
    const member = await requireMember(visit);
    if (!member) return c.redirect(`/sign-in?to=${encodeURIComponent(to)}`, 303);
    const input = { memberId: member.memberId, version: legalVersionOf(visit) };
    await agreeToTerms({ ctx: visit.ctx, input });
    return c.redirect(to, 303);
  });
