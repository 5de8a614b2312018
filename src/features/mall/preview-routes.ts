import { Hono } from 'hono';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { keepText, keptText } from './kept-text.ts';
import { PREVIEW_PAGES, readPreviewToken, stillAhead } from './preview-token.ts';

const COOKIE = 'pm_preview';
const TOKEN_CHARACTERS_MAX = 500;

/** Into a mall that is not open yet, by the address that its console gives. */
export const previewEntryRoutes = new Hono<AppEnv>().get('/preview', async (c) => {
  const { ctx } = c.var;
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
  c.header('referrer-policy', 'no-referrer');
  const token = (c.req.query('token') ?? '').slice(0, TOKEN_CHARACTERS_MAX);
  const untilMs = ctx.tenant.state === 'building' ? await readPreviewToken(ctx, token) : null;
  if (untilMs !== null) {
    const seconds = Math.ceil((untilMs - ctx.clock.nowMs()) / 1000);
    await keepText(c, COOKIE, { text: String(untilMs), seconds });
  }
  const page = PREVIEW_PAGES.find((each) => each === c.req.query('page')) ?? '';
  return c.redirect(`/${page}`, 303);
});

/** Whether this reader may look around in a mall that is not open yet. */
export async function mayPreview(c: AppContext): Promise<boolean> {
  const text = await keptText(c, COOKIE);
  return text !== null && stillAhead(c.var.ctx, text) !== null;
}
