import { expect, test } from 'vitest';
import { read } from './browser.ts';
import { clerkOf, colleagueOf, leaveAlone, newPhone, PIN, signIn, unlock, WRONG_PIN } from './clerk.ts';
import { owner, PASSWORD } from './merchant.ts';

const codeOf = async (response: Response) => {
  const { status, body } = await read(response);
  return [status, body.code ?? 'ok'];
};
const OK = [200, 'ok'];

/** A clerk who came by e-mail, with a PIN of her own. */
async function clerkByEmail(shop: Awaited<ReturnType<typeof owner>>) {
  const clerk = await colleagueOf(shop, 'clerk');
  await clerk.browser.send('/api/me/pin', { method: 'PUT', json: { pin: PIN, proof: PASSWORD } });
  return clerk;
}

test('a clerk by e-mail puts her PIN on a device: it locks itself, opens by her PIN and knows her', async () => {
  const { browser, userId } = await clerkByEmail(await owner());
  await leaveAlone(userId, 6);
  expect(await codeOf(await browser.send('/api/tenant'))).toEqual(OK);
  expect(await codeOf(await browser.send('/api/counter/device', { json: { pin: PIN } }))).toEqual(OK);
  await leaveAlone(userId, 6);
  expect(await codeOf(await browser.send('/api/tenant'))).toEqual([423, 'pin-needed']);
  expect(await codeOf(await unlock(browser, PIN))).toEqual(OK);
  const { body } = await read(await browser.send('/api/counter/device'));
  expect(body.clerks).toEqual([{ userId, name: 'Xu' }]);
  expect(await codeOf(await signIn(browser, userId, PIN))).toEqual(OK);
});

test('the session that her password began ends where her PIN begins one', async () => {
  const { browser } = await clerkByEmail(await owner());
  const before = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  await browser.send('/api/counter/device', { json: { pin: PIN } });
  const copied = await newPhone().send('/api/tenant', { headers: { cookie: before } });
  expect(await codeOf(copied)).toEqual([401, 'unauthenticated']);
});

test('a wrong PIN puts nobody on a device, and is counted', async () => {
  const { browser } = await clerkByEmail(await owner());
  const answers = await Promise.all(
    Array.from({ length: 7 }, () => browser.send('/api/counter/device', { json: { pin: WRONG_PIN } })),
  );
  const codes = (await Promise.all(answers.map(codeOf))).map(([, code]) => code).sort();
  expect(codes).toEqual([...Array(2).fill('locked'), ...Array(5).fill('pin-wrong')]);
  expect((await read(await browser.send('/api/me'))).body.device).toBe(null);
});

test('a manager’s session is no counter’s, and a clerk of a link goes on where she is', async () => {
  const shop = await owner();
  const manager = await colleagueOf(shop, 'manager');
  await manager.browser.send('/api/me/pin', { method: 'PUT', json: { pin: PIN, proof: PASSWORD } });
  const { phone } = await clerkOf(shop);
  expect([
    await codeOf(await manager.browser.send('/api/counter/device', { json: { pin: PIN } })),
    await codeOf(await phone.send('/api/counter/device', { json: { pin: PIN } })),
  ]).toEqual([[403, 'forbidden'], OK]);
});
