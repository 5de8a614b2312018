import { Hono } from 'hono';
import { readVoucherCode } from '../../domain/redemption/voucher.ts';
import type { AppEnv } from '../../http/env.ts';
import { AppError } from '../../lib/app-error.ts';
import { messagePage, wordsOf } from './pages.tsx';

/**
 * Where the QR code of a voucher leads: a clerk's camera goes on to the console, which knows who she is.
 * It says the same of every code, so that nobody learns here which ones there are.
 */
export const voucherRoutes = new Hono<AppEnv>().get('/v/:code', (c) => {
  const { visit } = c.var;
  const { ctx } = visit;
  const code = readVoucherCode(c.req.param('code'));
  if (code === null) throw new AppError('not_found');
  const { t } = wordsOf(visit);
  const { scheme, rootHost } = ctx.config;
  return c.html(
    messagePage(visit, {
      title: t('voucher.scannedTitle', { shop: ctx.tenant.name }),
      text: t('voucher.scanned', { code }),
      requestId: null,
      action: {
        href: `${scheme}://console.${rootHost}/redemptions/verify?code=${code}`,
        label: t('voucher.forShop'),
      },
    }),
  );
});
