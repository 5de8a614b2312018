import { CompactSign, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSigningKey } from '../../src/features/widget/create-signing-key.ts';
import { revokeSigningKey } from '../../src/features/widget/revoke-signing-key.ts';
import { claimsOf, epochSeconds, newSecret, openWidget, signToken, type Widget } from './widget-world.ts';
import { must, newKey, openShop } from './world.ts';

const problem = (status: number, code: string) => ({
  status,
  body: {
    type: `https://pointmall.dev/problems/${code}`,
    code,
    title: expect.any(String),
    status,
    detail: expect.any(String),
    instance: expect.stringMatching(/^req_/),
  },
});
const INVALID = problem(401, 'token-invalid');
const EXPIRED = problem(401, 'token-expired');
const REPLAYED = problem(401, 'token-replayed');

let widget: Widget;
beforeAll(async () => {
  widget = await openWidget();
});

const swap = (token: string, at = widget) => at.ask('/session', { json: { token } });
const swapSaying = async (claims: Record<string, unknown>) => swap(await widget.token(claims));

test('a customer of the merchant becomes a member once and is the same member ever after', async () => {
  const first = await widget.session({ sub: 'lin', name: '林小满' });
  expect(first).toEqual({
    status: 200,
    body: {
      bearer: expect.any(String),
      expiresAt: expect.any(String),
      member: { id: expect.stringMatching(/^mem_/), name: '林小满' },
    },
  });
  const lifeMs = Date.parse(String(first.body.expiresAt)) - Date.now();
  expect([lifeMs > 14 * 60_000, lifeMs <= 15 * 60_000]).toEqual([true, true]);
  const second = await widget.session({ sub: 'lin' });
  expect(second.body.member).toEqual(first.body.member);
  const { body } = await widget.shop.api('GET', '/members?externalId=lin');
  expect(body).toMatchObject({
    id: (first.body.member as { id: string }).id,
    externalId: 'lin',
    email: null,
  });
});

test('twenty pages that sign the same new customer in at once make one member', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => widget.session({ sub: 'crowd' })));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body.member))).size).toBe(1);
});

test('a token sent twenty times at once opens one session, and none later', async () => {
  const token = await widget.token({ sub: 'replayed' });
  const answers = await Promise.all(Array.from({ length: 20 }, () => swap(token)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status !== 200)).toEqual(Array(19).fill(REPLAYED));
  expect(await swap(token)).toEqual(REPLAYED);
});

test('another token under a used jti is a replay, whichever key signed it', async () => {
  const jti = crypto.randomUUID();
  expect((await widget.session({ jti })).status).toBe(200);
  const other = await newSecret(widget.shop);
  expect(await swap(await signToken(other, claimsOf(widget.shop, { jti, sub: 'another' })))).toEqual(
    REPLAYED,
  );
});

test('the merchant’s clock may be half a minute off, either way', async () => {
  expect((await swapSaying({ iat: epochSeconds(25), exp: epochSeconds(320) })).status).toBe(200);
  expect((await swapSaying({ iat: epochSeconds(-300), exp: epochSeconds(-20) })).status).toBe(200);
});

describe('a token is refused', () => {
  test.each<[string, () => Record<string, unknown>, object]>([
    ['that has expired', () => ({ iat: epochSeconds(-600), exp: epochSeconds(-300) }), EXPIRED],
    ['that expired half a minute ago', () => ({ exp: epochSeconds(-31) }), EXPIRED],
    ['that is good for 6 minutes', () => ({ exp: epochSeconds(360) }), INVALID],
    ['that was made to be kept', () => ({ iat: epochSeconds(-3600), exp: epochSeconds(60) }), INVALID],
    ['that is from the future', () => ({ iat: epochSeconds(60), exp: epochSeconds(120) }), INVALID],
    ['that is not valid yet', () => ({ nbf: epochSeconds(60) }), INVALID],
    ['for another mall', () => ({ aud: 'pointmall:another' }), INVALID],
    [
      'for several malls',
      () => ({ aud: [`pointmall:${widget.shop.tenant.slug}`, 'pointmall:another'] }),
      INVALID,
    ],
    ['for no mall', () => ({ aud: undefined }), INVALID],
    ['without an expiry', () => ({ exp: undefined }), INVALID],
    ['whose expiry is a word', () => ({ exp: 'tomorrow' }), INVALID],
    ['without a time of issue', () => ({ iat: undefined }), INVALID],
    ['without an id of its own', () => ({ jti: undefined }), INVALID],
    ['with an empty id', () => ({ jti: '' }), INVALID],
    ['with an id of 129 characters', () => ({ jti: 'x'.repeat(129) }), INVALID],
    ['about nobody', () => ({ sub: undefined }), INVALID],
    ['about an empty name', () => ({ sub: '' }), INVALID],
    ['about a number', () => ({ sub: 7 }), INVALID],
    ['about a name with NUL', () => ({ sub: 'a\u0000b' }), INVALID],
    ['about a name with a line end', () => ({ sub: 'a\nb' }), INVALID],
    ['about half of a character', () => ({ sub: 'a\ud800' }), INVALID],
    ['about a name of 129 characters', () => ({ sub: 'x'.repeat(129) }), INVALID],
  ])('%s', async (_, claims, refusal) => {
    expect(await swapSaying(claims())).toEqual(refusal);
  });

  test('that nobody signed', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { kid } = widget.key;
    for (const header of [{ alg: 'none', kid }, { alg: 'None', kid }, { kid }, { alg: 'none' }]) {
      expect(await swap(`${part(header)}.${part(claimsOf(widget.shop))}.`)).toEqual(INVALID);
    }
  });

  test('whose content or signature was changed', async () => {
    const [head = '', , signature = ''] = (await widget.token()).split('.');
    const body = Buffer.from(JSON.stringify(claimsOf(widget.shop, { sub: 'owner' }))).toString('base64url');
    expect(await swap(`${head}.${body}.${signature}`)).toEqual(INVALID);
    const token = await widget.token();
    expect(await swap(`${token.slice(0, -6)}AAAAAA`)).toEqual(INVALID);
    expect(await swap(token.slice(0, token.lastIndexOf('.') + 1))).toEqual(INVALID);
  });

  test.each(['x', '..', 'a.b.c', '....', `${'a'.repeat(4000)}.b.c`, '🎁.🎁.🎁'])(
    'that is none: %#',
    async (text) => {
      expect(await swap(text)).toEqual(INVALID);
    },
  );

  test('that names a key of nobody, of another shop or none', async () => {
    const { secret, kid } = widget.key;
    const foreign = await newSecret(await openShop());
    const claims = () => claimsOf(widget.shop);
    const unknown = kid.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const key of [
      { secret, kid: unknown },
      foreign,
      { secret, kid: foreign.kid },
      { secret, kid: '' },
    ]) {
      expect(await swap(await signToken(key, claims()))).toEqual(INVALID);
    }
    expect(await swap(await signToken({ kid, secret: foreign.secret }, claims()))).toEqual(INVALID);
    const kidless = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(secret));
    expect(await swap(kidless)).toEqual(INVALID);
  });

  test('by the same secret under another algorithm', async () => {
    const { secret, kid } = widget.key;
    for (const alg of ['HS384', 'HS512']) {
      const token = await new SignJWT(claimsOf(widget.shop))
        .setProtectedHeader({ alg, kid })
        .sign(new TextEncoder().encode(secret));
      expect(await swap(token)).toEqual(INVALID);
    }
  });

  test('with an extension that we do not know', async () => {
    const { secret, kid } = widget.key;
    const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(claimsOf(widget.shop))))
      .setProtectedHeader({ alg: 'HS256', kid, crit: ['shop'], shop: true })
      .sign(new TextEncoder().encode(secret), { crit: { shop: true } });
    expect(await swap(token)).toEqual(INVALID);
  });

  test('from the moment its key is revoked', async () => {
    const own = await openWidget();
    const token = await own.token();
    must(await revokeSigningKey({ ctx: own.shop.owner, input: { kid: own.key.kid } }));
    expect(await swap(token, own)).toEqual(INVALID);
    const next = await newSecret(own.shop);
    expect((await swap(await signToken(next, claimsOf(own.shop)), own)).status).toBe(200);
  });
});

describe('a key of the merchant’s own (EdDSA)', () => {
  async function ownKey() {
    const own = await openWidget();
    const { publicKey, privateKey } = await generateKeyPair('EdDSA');
    const pem = await exportSPKI(publicKey);
    const input = { name: 'Own', publicKey: pem, idempotencyKey: newKey() };
    const { id: kid } = must(await createSigningKey({ ctx: own.shop.owner, input }));
    return { own, kid, publicKey, privateKey, pem };
  }

  test('signs customers in', async () => {
    const { own, kid, privateKey } = await ownKey();
    const token = await new SignJWT(claimsOf(own.shop))
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .sign(privateKey);
    expect((await swap(token, own)).status).toBe(200);
  });

  test('is no secret: a token signed by HS256 with its public half is refused in every form', async () => {
    const { own, kid, publicKey, pem } = await ownKey();
    const jwk = await exportJWK(publicKey);
    const forms = [pem, pem.trim(), JSON.stringify(jwk), Buffer.from(jwk.x ?? '', 'base64url')];
    for (const form of forms) {
      const secret = typeof form === 'string' ? new TextEncoder().encode(form) : new Uint8Array(form);
      const token = await new SignJWT(claimsOf(own.shop))
        .setProtectedHeader({ alg: 'HS256', kid })
        .sign(secret);
      expect(await swap(token, own)).toEqual(INVALID);
    }
  });

  test('of somebody else is refused', async () => {
    const { own, kid } = await ownKey();
    const { privateKey } = await generateKeyPair('EdDSA');
    const token = await new SignJWT(claimsOf(own.shop))
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .sign(privateKey);
    expect(await swap(token, own)).toEqual(INVALID);
  });
});

describe('what a token says of contacts', () => {
  const emailOf = async (memberId: string) =>
    (await widget.shop.api('GET', `/members/${memberId}`)).body.email;
  const memberOf = async (claims: Record<string, unknown>) => (await widget.signedIn('', claims)).memberId;

  test('counts only where the merchant has proved it: an address typed at registration is nobody’s', async () => {
    const { body: victim } = await widget.shop.api('POST', '/members', { email: 'victim@example.com' });
    const typed = await memberOf({ sub: 'typed', email: 'victim@example.com' });
    const said = await memberOf({ sub: 'said', email: 'victim@example.com', email_verified: 'true' });
    expect([typed, said]).not.toContain(victim.id);
    expect([await emailOf(typed), await emailOf(said)]).toEqual([null, null]);
    const proved = await memberOf({ sub: 'proved', email: 'victim@example.com', email_verified: true });
    expect(proved).toBe(victim.id);
  });

  test('never keeps a customer out: an address that is another member’s is left with her', async () => {
    const first = await memberOf({ sub: 'first', email: 'shared@example.com', email_verified: true });
    const second = await memberOf({ sub: 'second', email: 'shared@example.com', email_verified: true });
    expect(second).not.toBe(first);
    expect([await emailOf(first), await emailOf(second)]).toEqual(['shared@example.com', null]);
  });

  test('is left out where it can not be read', async () => {
    const odd = {
      email: 7,
      email_verified: true,
      phone: 'none',
      phone_verified: true,
      name: '\u0000',
      locale: {},
    };
    const { status, body } = await widget.session({ sub: 'odd', ...odd });
    expect([status, (body.member as { name: string }).name]).toEqual([200, '']);
  });
});
