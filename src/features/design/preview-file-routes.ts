import { Hono } from 'hono';
import type { AppEnv } from '../../http/env.ts';
import { AppError } from '../../lib/app-error.ts';
import { layoutOf, sheetText } from '../mall/assets.ts';
import { inScheme, themeCss } from '../mall/pages.tsx';
import { getDesign } from './get-design.ts';
import { isPreviewToken } from './preview-token.ts';

const CSS = 'text/css; charset=utf-8';
const schemeOf = (asked: string | undefined) => (asked === 'dark' ? 'dark' : 'light');

/** Style of a preview: held to light or dark, which a reader's device decides everywhere else. */
export const previewFileRoutes = new Hono<AppEnv>()
  .get('/design/style.css', async (c) => {
    const layout = layoutOf(c.req.query('layout'));
    const css = await sheetText(c.env.ASSETS, new URL(c.req.url).origin, [layout]);
    if (css === null) throw new AppError('not_found');
    return c.body(inScheme(css, schemeOf(c.req.query('scheme'))), 200, {
      'content-type': CSS,
      'cache-control': 'private, max-age=300',
    });
  })
  .get('/design/theme.css', async (c) => {
    const { ctx } = c.var;
    if (!(await isPreviewToken(ctx, c.req.query('design') ?? ''))) throw new AppError('not_found');
    const state = await getDesign({ ctx });
    if (!state.ok) throw new AppError('not_found');
    return c.body(
      inScheme(themeCss(state.value.draft.theme, state.value.draft), schemeOf(c.req.query('scheme'))),
      200,
      {
        'content-type': CSS,
        'cache-control': 'private, max-age=300',
      },
    );
  });
