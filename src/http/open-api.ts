import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Config } from '../context.ts';
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
  app.doc31(path, (c) => head(title, { url: new URL(c.req.url).origin }));
}

/** The document of routes that stand on every mall's host, for a reader who has no mall yet. */
export function documentOfMalls(
  mall: OpenAPIHono<AppEnv>,
  { scheme, rootHost }: Pick<Config, 'scheme' | 'rootHost'>,
  { title }: { title: string },
) {
  const variables = { mall: { default: 'your-mall' } };
  return mall.getOpenAPI31Document(head(title, { url: `${scheme}://{mall}.${rootHost}`, variables }));
}

function head(title: string, server: { url: string; variables?: { mall: { default: string } } }) {
  return { openapi: '3.1.0', info: { title, version: '1' }, servers: [server] };
}
