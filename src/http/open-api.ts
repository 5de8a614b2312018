import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './env.ts';

/** Serves the document of everything that was declared with `defineRoute` on this app. */
export function serveDocument(app: OpenAPIHono<AppEnv>, path: string): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key of one shop, made in the console: `Authorization: Bearer pmk_…`.',
  });
  app.doc31(path, (c) => ({
    openapi: '3.1.0',
    info: { title: 'Pointmall API', version: '1' },
    servers: [{ url: new URL(c.req.url).origin }],
  }));
}
