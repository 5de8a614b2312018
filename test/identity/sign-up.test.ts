import { expect, test } from 'vitest';
import { read } from './browser.ts';
import { newShop, proveEmail, signedUp } from './merchant.ts';

test('a merchant signs up, proves her address by the code in her mail and opens a mall', async () => {
  const lin = await signedUp();
  const shop = newShop();
  const created = await read(await lin.browser.send('/api/tenants', { json: shop }));
  expect(created).toEqual({
    status: 201,
    body: {
      ...shop,
      id: expect.stringMatching(/^ten_/),
      state: 'building',
      goal: null,
      contact: { phone: null, email: null, address: null },
      pointsName: expect.objectContaining({ en: { one: 'point', other: 'points' } }),
      mallUrl: `http://${shop.slug}.localhost:8787/`,
      closing: null,
    },
  });
  const early = await read(await lin.browser.send('/api/tenant/open', { method: 'POST' }));
  expect([early.status, early.body.code]).toEqual([403, 'email-unverified']);
  expect((await proveEmail(lin)).status).toBe(200);
  const opened = await read(await lin.browser.send('/api/tenant/open', { method: 'POST' }));
  expect([opened.status, opened.body.state]).toEqual([200, 'open']);
  const me = await read(await lin.browser.send('/api/me'));
  expect(me.body).toEqual({
    user: { id: expect.any(String), name: 'Lin', email: lin.email, emailVerified: true },
    tenant: opened.body,
    role: 'owner',
    mallUrl: opened.body.mallUrl,
    device: null,
  });
});
