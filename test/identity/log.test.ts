import { afterEach, expect, test, vi } from 'vitest';
import { requestSignInCode } from '../../src/features/sign-in/request-sign-in-code.ts';
import { verifySignInCode } from '../../src/features/sign-in/verify-sign-in-code.ts';
import { newBrowser } from './browser.ts';
import { newestCode } from './inbox.ts';
import { visitorOfNewShop } from './member-context.ts';
import { PASSWORD, unique } from './merchant.ts';

afterEach(() => vi.restoreAllMocks());

test('a request leaves one line with ids and figures, and no line names a person, an address or a code', async () => {
  const lines: string[] = [];
  for (const level of ['log', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((line) => lines.push(String(line)));
  }
  const { ctx, shop } = await visitorOfNewShop();
  const email = `${unique()}@member.test`;
  await requestSignInCode({ ctx, input: { identifier: email } });
  const code = await newestCode(email);
  await verifySignInCode({
    ctx,
    input: { identifier: email, code, consentVersion: '1', displayName: 'Wang Xiaoming' },
  });
  const stranger = newBrowser('console.localhost:8787');
  await stranger.send(`/api/members/find?q=${email}`);
  await stranger.send('/api/auth/sign-in/email', { json: { email: shop.email, password: 'not hers' } });
  await stranger.send('/api/auth/sign-up/email', {
    json: { name: 'Eve', email: shop.email, password: PASSWORD },
  });

  const text = lines.join('\n');
  for (const secret of [email, shop.email, code, 'Wang', 'Xiaoming', PASSWORD, 'not hers', 'member.test']) {
    expect(text).not.toContain(secret);
  }
  const requests = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'request');
  expect(requests).toContainEqual({
    level: 'info',
    event: 'request',
    requestId: expect.stringMatching(/^req_/),
    tenantId: shop.tenantId,
    actorKind: 'staff',
    actorId: expect.any(String),
    method: 'POST',
    route: '/api/tenant/open',
    status: 200,
    durationMs: expect.any(Number),
  });
});
