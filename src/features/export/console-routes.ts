import { z } from '@hono/zod-openapi';
import { defineRoute } from '../../http/define-route.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { exportShop } from './export-shop.ts';

/** The shop to take away, under `console.<root>/api`: its owner's alone. */
export const exportConsoleRoutes = jsonRoutes().openapi(
  defineRoute(
    { role: 'owner' },
    {
      method: 'get',
      path: '/export',
      responses: {
        200: {
          description: 'Everything as tables in one ZIP',
          content: { 'application/zip': { schema: z.string() } },
        },
      },
    },
  ),
  async (c) => {
    const { ctx } = c.var;
    const pieces = await exportShop({ ctx });
    const day = new Date(ctx.clock.nowMs()).toISOString().slice(0, 10);
    return new Response(streamOf(pieces), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${ctx.tenant.slug}-${day}.zip"`,
        'cache-control': 'no-store',
      },
    });
  },
);

/** Reads on as fast as the other end takes it. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
