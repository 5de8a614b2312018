import { z } from '@hono/zod-openapi';
import type { Context } from '../../context.ts';
import { defineRoute, json } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { redemptionAnswer } from './answers.ts';
import { NO_NAMES } from './payment-answer.ts';
import { redemptionOfMemberSchema } from './schemas.ts';
import { staffNamesIn } from './staff-names.ts';
import { type FoundVoucher, findVoucher, takeVoucher } from './take-voucher.ts';

/** Spaces and small letters are read as meant, and so is the address in a voucher's QR code. */
const request = { params: z.object({ code: z.string().min(1).max(200) }) };
const shown = json(redemptionOfMemberSchema, 'The redemption that the voucher came from, as it is now');
const used = json(redemptionOfMemberSchema, 'The voucher is used; the same key gives the same answer again');
/** Who of the staff took it is named to staff alone. */
async function answerOf(ctx: Context, { redemption, member }: FoundVoucher) {
  const names = ctx.actor.kind === 'staff' ? await staffNamesIn(ctx, redemption) : NO_NAMES;
  return { ...redemptionAnswer(redemption, names), member };
}

type Access = Parameters<typeof defineRoute>[0];

/** Looks a voucher up, and marks it as used, for whoever has the access. */
const voucherRoutes = (look: Access, use: Access) =>
  jsonRoutes()
    .openapi(
      defineRoute(look, { method: 'get', path: '/vouchers/{code}', request, responses: { 200: shown } }),
      async (c) => {
        const { ctx } = c.var;
        const found = await findVoucher({ ctx, input: c.req.valid('param') });
        return c.json(await answerOf(ctx, unwrap(found)), 200);
      },
    )
    .openapi(
      defineRoute(use, { method: 'post', path: '/vouchers/{code}/use', request, responses: { 200: used } }),
      async (c) => {
        const { ctx } = c.var;
        const input = { ...c.req.valid('param'), key: c.var.idempotencyKey };
        return c.json(await answerOf(ctx, unwrap(await takeVoucher({ ctx, input }))), 200);
      },
    );

/** Vouchers as staff verify them, under `console.<root>/api`. */
export const voucherConsoleRoutes = voucherRoutes({ role: 'clerk' }, { role: 'clerk' });

/** Vouchers as a till of the merchant's own verifies them, under `api.<root>/v1`. */
export const voucherApiRoutes = voucherRoutes({ scope: 'redemptions:read' }, { scope: 'redemptions:write' });
