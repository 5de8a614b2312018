import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { SignJWT } from 'jose';
import { hosts } from '../../src/app.ts';
import { allowOrigin } from '../../src/features/widget/change-origins.ts';
import { createSigningKey } from '../../src/features/widget/create-signing-key.ts';
import { type Answer, must, newKey, openShop, type Shop } from './world.ts';

/** The merchant's own site, as her browser's pages name it. */
export const SITE = 'https://shop.example';

export type Call = {
  method?: string;
  origin?: string | null;
  bearer?: string;
  json?: unknown;
  key?: string;
  headers?: Record<string, string>;
  /** Bindings of the Worker in place of the test's own. */
  bindings?: typeof env;
};

/** A page of somebody's site, talking to the shop's host as a browser would. */
export async function callHost(slug: string, path: string, call: Call = {}): Promise<Response> {
  const { origin = SITE, bearer, json, key } = call;
  const method = call.method ?? (json === undefined ? 'GET' : 'POST');
  const headers = new Headers({ 'accept-language': 'en', ...call.headers });
  if (origin !== null) headers.set('origin', origin);
  if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
  if (json !== undefined) headers.set('content-type', 'application/json');
  if (method === 'POST' && key !== '') headers.set('idempotency-key', key ?? newKey());
  const body = json === undefined ? null : JSON.stringify(json);
  const request = new Request(`http://${slug}.localhost:8787${path}`, {
    method,
    headers,
    body,
    redirect: 'manual',
  });
  const execution = createExecutionContext();
  const response = await hosts.mall.fetch(request, call.bindings ?? env, execution);
  await waitOnExecutionContext(execution);
  return response;
}

export async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, body: await response.json<Record<string, unknown>>() };
}

export type SigningKey = { kid: string; secret: string };

/** A shared secret of the shop, as its owner copies it from the console. */
export async function newSecret(shop: Shop): Promise<SigningKey> {
  const input = { name: 'Web shop', publicKey: null, idempotencyKey: newKey() };
  const { id: kid, secret } = must(await createSigningKey({ ctx: shop.owner, input }));
  return { kid, secret: secret ?? '' };
}

export const epochSeconds = (fromNow = 0) => Math.floor(Date.now() / 1000) + fromNow;

/** What the merchant's server says about a customer; a test names what it says otherwise. */
export function claimsOf(shop: Shop, given: Record<string, unknown> = {}) {
  return {
    aud: `pointmall:${shop.tenant.slug}`,
    sub: 'customer-of-the-site',
    iat: epochSeconds(),
    exp: epochSeconds(120),
    jti: crypto.randomUUID(),
    ...given,
  };
}

/** Signed as the merchant's server signs. */
export function signToken({ kid, secret }: SigningKey, claims: Record<string, unknown>): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(new TextEncoder().encode(secret));
}

export type Widget = Awaited<ReturnType<typeof openWidget>>;

/** A shop whose widget stands on its own site, with one signing key. */
export async function openWidget(given?: Shop) {
  const shop = given ?? (await openShop());
  must(await allowOrigin({ ctx: shop.owner, input: { origin: SITE } }));
  const key = await newSecret(shop);
  const send = (path: string, call?: Call) => callHost(shop.tenant.slug, `/widget/v1${path}`, call);
  const ask = async (path: string, call?: Call) => answerOf(await send(path, call));
  const token = (claims: Record<string, unknown> = {}) => signToken(key, claimsOf(shop, claims));
  const session = async (claims: Record<string, unknown> = {}) =>
    ask('/session', { json: { token: await token(claims) } });
  return {
    shop,
    key,
    send,
    ask,
    token,
    session,
    /** A customer who is signed in: her bearer and who she is in the mall. */
    async signedIn(sub = 'customer-of-the-site', claims: Record<string, unknown> = {}) {
      const { status, body } = await session({ sub, ...claims });
      if (status !== 200) throw new Error(JSON.stringify(body));
      const { id } = body.member as { id: string };
      return { bearer: String(body.bearer), memberId: id };
    },
  };
}
