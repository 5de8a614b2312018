import type { AppContext } from './env.ts';

const HASHED_NAME = /-[\w-]{8,}\.\w+$/;

/** A built file of one part of the product; names that carry their content's hash never change. */
export async function assetFrom(
  c: AppContext,
  folder: 'console' | 'mall' | 'pictures' | 'site' | 'widget',
  name: string,
): Promise<Response | null> {
  const url = new URL(`/${folder}/${name}`, c.req.url);
  const found = await c.env.ASSETS.fetch(new Request(url, { headers: c.req.raw.headers }));
  if (found.status !== 200 && found.status !== 304) {
    await found.body?.cancel();
    return null;
  }
  const response = new Response(found.body, found);
  const immutable = HASHED_NAME.test(name);
  response.headers.set('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  return response;
}
