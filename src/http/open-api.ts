import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './env.ts';

/** Who asks, as `defineRoute` names it in `security`. */
const SCHEMES = {
  apiKey: 'An API key of one shop, made in the console: `Authorization: Bearer pmk_…`.',
  member: 'A session of one member on one site, from `POST /widget/v1/session`.',
};

/** Serves the document of everything that was declared with `defineRoute` on this app. */
export function serveDocument(
  app: OpenAPIHono<AppEnv>,
  path: string,
  { title, security }: { title: string; security: keyof typeof SCHEMES },
): void {
  app.openAPIRegistry.registerComponent('securitySchemes', security, {
    type: 'http',
    scheme: 'bearer',
    description: SCHEMES[security],
  });
  app.doc31(path, (c) => ({
    openapi: '3.1.0',
    info: { title, version: '1' },
    servers: [{ url: new URL(c.req.url).origin }],
  }));
}
