import { afterEach, expect, test, vi } from 'vitest';
import type { Config } from '../../../src/config.ts';
import { mailerOf } from '../../../src/mail/mailer.ts';
import { smsSenderOf } from '../../../src/sms/sms-sender.ts';

afterEach(() => vi.unstubAllGlobals());

const production = {
  local: null,
  mail: { from: 'Mall <mail@mall.example>', resendApiKey: 're_1' },
  sms: { url: 'https://sms.example/send', token: 'sms_1' },
} as unknown as Config;

/** A provider that answers with the status, and what it was sent. */
function provider(status: number) {
  const received: unknown[] = [];
  vi.stubGlobal('fetch', async (url: string, init: { headers: Record<string, string>; body: string }) => {
    received.push({ url, authorization: init.headers.authorization, body: JSON.parse(init.body) });
    return new Response('{}', { status });
  });
  return received;
}

test('a letter goes to Resend with its key, sender, subject and text', async () => {
  const received = provider(200);
  await mailerOf(production).send({ to: 'lin@example.com', subject: 'Code', text: '123456' });
  expect(received).toEqual([
    {
      url: 'https://api.resend.com/emails',
      authorization: 'Bearer re_1',
      body: { from: 'Mall <mail@mall.example>', to: ['lin@example.com'], subject: 'Code', text: '123456' },
    },
  ]);
});

test('a letter’s key reaches Resend as a header can carry it, the same for the same letter, whatever stands in it', async () => {
  const keys: (string | null)[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    keys.push(new Request(url, init).headers.get('idempotency-key'));
    return new Response('{}');
  });
  const letter = { to: 'lin@example.com', subject: 'Sent', text: 'Sent' };
  const parcels = ['SF1', '门店自送 12 号', '门店自送 12 号', `${'🛵'.repeat(32)}`];
  for (const parcel of parcels)
    await mailerOf(production).send({ ...letter, key: `ten_1/order_shipped/${parcel}` });
  expect(keys.map((key) => /^[\x21-\x7e]{1,256}$/.test(key ?? ''))).toEqual([true, true, true, true]);
  expect([keys[1] === keys[2], new Set(keys).size]).toEqual([true, 3]);
});

test('a text message goes to the configured provider', async () => {
  const received = provider(202);
  await smsSenderOf(production)?.send({ to: '+8613900001111', text: '123456' });
  expect(received).toEqual([
    {
      url: 'https://sms.example/send',
      authorization: 'Bearer sms_1',
      body: { to: '+8613900001111', text: '123456' },
    },
  ]);
});

test.each([400, 429, 500])(
  'a provider that answers %d is unavailable, without a word of what was sent',
  async (status) => {
    provider(status);
    const sent = mailerOf(production).send({ to: 'lin@example.com', subject: 'Code', text: '123456' });
    await expect(sent).rejects.toMatchObject({ name: 'AppError', code: 'unavailable', members: {} });
  },
);

test('a provider that cannot be reached is unavailable', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
  const sent = mailerOf(production).send({ to: 'lin@example.com', subject: 'Code', text: '123456' });
  await expect(sent).rejects.toMatchObject({ code: 'unavailable' });
});

test('without a provider there is no sender of text messages', () => {
  expect(smsSenderOf({ ...production, sms: null })).toBe(null);
});
