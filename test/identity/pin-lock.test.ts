import { expect, test } from 'vitest';
import { approveByPin } from '../../src/features/clerks/approve-by-pin.ts';
import { type Browser, read } from './browser.ts';
import {
  clerkLink,
  clerkOf,
  colleagueOf,
  contextOfClerk,
  join,
  leaveAlone,
  newPhone,
  PIN,
  type Shop,
  signIn,
  unlock,
  WRONG_PIN,
  waitSinceTries,
} from './clerk.ts';
import { owner, PASSWORD } from './merchant.ts';

const codeOf = async (response: Response) => {
  const { status, body } = await read(response);
  return [status, body.code ?? 'ok', body.triesLeft ?? body.minutes ?? null];
};
const NEEDED = [423, 'pin-needed', null];
const OK = [200, 'ok', null];
const tenant = (browser: Browser) => browser.send('/api/tenant').then(codeOf);

const setPin = ({ browser }: { browser: Browser }, pin: string, proof = PASSWORD) =>
  browser.send('/api/me/pin', { method: 'PUT', json: { pin, proof } });

test('left alone for five minutes the device asks for the PIN, tells who is there, and goes on after it', async () => {
  const { phone, userId, pin } = await clerkOf(await owner());
  await leaveAlone(userId, 4);
  expect(await tenant(phone)).toEqual(OK);
  await leaveAlone(userId, 5);
  expect(await tenant(phone)).toEqual(NEEDED);
  const me = await read(await phone.send('/api/me'));
  expect(me).toMatchObject({ status: 200, body: { user: { id: userId }, device: { isLocked: true } } });
  expect(await tenant(phone)).toEqual(NEEDED);
  expect(await codeOf(await unlock(phone, WRONG_PIN))).toEqual([422, 'pin-wrong', 4]);
  expect(await tenant(phone)).toEqual(NEEDED);
  expect(await codeOf(await unlock(phone, pin))).toEqual(OK);
  expect(await tenant(phone)).toEqual(OK);
});

test('a request keeps the device open, what a page asks by itself does not', async () => {
  const { phone, userId } = await clerkOf(await owner());
  await leaveAlone(userId, 3);
  expect(await tenant(phone)).toEqual(OK);
  await leaveAlone(userId, 3);
  expect(await codeOf(await phone.send('/api/tenant', { headers: { 'x-by-itself': '1' } }))).toEqual(OK);
  await leaveAlone(userId, 3);
  expect(await tenant(phone)).toEqual(NEEDED);
});

test('a clerk locks her device at once, and no header or request of the locked page opens it', async () => {
  const { phone } = await clerkOf(await owner());
  expect(await codeOf(await phone.send('/api/counter/lock', { method: 'POST' }))).toEqual(OK);
  expect(await tenant(phone)).toEqual(NEEDED);
  await phone.send('/api/me');
  await phone.send('/api/counter/device');
  expect(await tenant(phone)).toEqual(NEEDED);
  const write = { json: {}, headers: { 'x-seen-session': 'somebody else' } };
  expect((await codeOf(await phone.send('/api/members', write)))[0]).toBe(409);
  expect(await codeOf(await phone.send('/api/members', { json: {} }))).toEqual(NEEDED);
});

test('five wrong PINs lock a clerk for a quarter of an hour, with the right one too, then she is in again', async () => {
  const shop = await owner();
  const { phone, userId, pin } = await clerkOf(shop);
  await phone.send('/api/counter/lock', { method: 'POST' });
  const told = [];
  for (let count = 1; count <= 5; count += 1) told.push(await codeOf(await unlock(phone, WRONG_PIN)));
  expect(told).toEqual([4, 3, 2, 1, 0].map((left) => [422, 'pin-wrong', left]));
  expect(await codeOf(await unlock(phone, pin))).toEqual([429, 'locked', 15]);
  expect(await codeOf(await signIn(phone, userId, pin))).toEqual([429, 'locked', 15]);
  expect(await tenant(phone)).toEqual(NEEDED);
  await waitSinceTries(shop, 16);
  expect(await codeOf(await unlock(phone, pin))).toEqual(OK);
});

test('of thirty wrong PINs at once five are looked at', async () => {
  const { phone, pin } = await clerkOf(await owner());
  const answers = await Promise.all(Array.from({ length: 30 }, () => unlock(phone, WRONG_PIN)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([
    ...Array(5).fill(422),
    ...Array(25).fill(429),
  ]);
  expect((await unlock(phone, pin)).status).toBe(429);
});

test('twenty wrong PINs lock a clerk for the day, however long somebody waits in between', async () => {
  const shop = await owner();
  const { phone, pin } = await clerkOf(shop);
  for (let round = 1; round <= 4; round += 1) {
    for (let count = 1; count <= 5; count += 1) await unlock(phone, WRONG_PIN);
    await waitSinceTries(shop, 16);
  }
  const [status, code, minutes] = await codeOf(await unlock(phone, pin));
  expect([status, code]).toEqual([429, 'locked']);
  expect(Number(minutes)).toBeGreaterThan(60 * 22);
});

test('guesses spread over the clerks of a device lock the device, and one knows the wait before typing', async () => {
  const shop = await owner();
  const phone = newPhone();
  const clerks = [
    await clerkOf(shop, { phone, pin: '318052' }),
    await clerkOf(shop, { phone, pin: '490275' }),
    await clerkOf(shop, { phone, pin: '672193' }),
  ];
  const statuses = [];
  for (const { userId } of clerks) {
    for (let count = 1; count <= 4; count += 1) {
      statuses.push((await signIn(phone, userId, WRONG_PIN)).status);
    }
  }
  expect(statuses).toEqual([...Array(10).fill(422), 429, 429]);
  const third = clerks[2];
  expect(await codeOf(await signIn(phone, third?.userId ?? '', '672193'))).toEqual([429, 'locked', 15]);
  expect((await read(await phone.send('/api/counter/device'))).body).toMatchObject({ lockedFor: 15 });
});

test("one's own PIN typed in between buys no guesses at a colleague's", async () => {
  const shop = await owner();
  const phone = newPhone();
  const victim = await clerkOf(shop, { phone, name: 'Victim', pin: '318052' });
  const guesser = await clerkOf(shop, { phone, name: 'Guesser' });
  const statuses = [];
  for (let count = 1; count <= 7; count += 1) {
    statuses.push((await signIn(phone, victim.userId, WRONG_PIN)).status);
    await unlock(phone, guesser.pin);
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
});

test('two clerks take turns on one device: each acts as herself, and whoever was there before is out', async () => {
  const shop = await owner();
  const phone = newPhone();
  const first = await clerkOf(shop, { phone, name: '小周', pin: '318052' });
  const old = Object.fromEntries(phone.cookies);
  const second = await clerkOf(shop, { phone, name: '小吴', pin: '490275' });
  const who = async () => (await read(await phone.send('/api/me'))).body.user;
  expect(await who()).toMatchObject({ name: '小吴' });
  const cookie = Object.entries(old)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  expect((await newPhone().send('/api/tenant', { headers: { cookie } })).status).toBe(401);
  expect((await read(await phone.send('/api/counter/device'))).body).toEqual({
    shopName: 'Mianyu 棉屿',
    clerks: [
      { userId: second.userId, name: '小吴' },
      { userId: first.userId, name: '小周' },
    ],
    lockedFor: null,
  });
  expect(await codeOf(await signIn(phone, first.userId, '318052'))).toEqual(OK);
  expect(await who()).toMatchObject({ name: '小周' });
  const seen = { headers: { 'x-seen-session': `${second.userId} ${shop.tenantId}` } };
  expect((await codeOf(await phone.send('/api/tenant', seen))).slice(0, 2)).toEqual([409, 'session-changed']);
});

test('a device knows the clerks of its own shop: others, and everybody on a strange device, are missing', async () => {
  const [shop, other] = [await owner(), await owner()];
  const [own, foreign] = [await clerkOf(shop), await clerkOf(other)];
  const colleague = await clerkOf(shop);
  const missing = [404, 'not-found', null];
  expect(await codeOf(await signIn(own.phone, foreign.userId, foreign.pin))).toEqual(missing);
  expect(await codeOf(await signIn(own.phone, colleague.userId, colleague.pin))).toEqual(missing);
  expect(await codeOf(await signIn(own.phone, 'nobody', PIN))).toEqual(missing);
  expect(await codeOf(await signIn(newPhone(), own.userId, own.pin))).toEqual(missing);
  expect((await read(await newPhone().send('/api/counter/device'))).body).toEqual({
    shopName: null,
    clerks: [],
    lockedFor: null,
  });
});

test("a phone that joins another shop's counter is that shop's, and forgets the first", async () => {
  const [shop, other] = [await owner(), await owner()];
  const phone = newPhone();
  const first = await clerkOf(shop, { phone });
  const { token } = await clerkLink(other);
  await join(phone, token, { name: '小吴' });
  expect((await signIn(phone, first.userId, first.pin)).status).toBe(404);
  expect((await read(await phone.send('/api/me'))).body).toMatchObject({ tenant: { id: other.tenantId } });
});

test('a clerk changes her PIN by the one she has, and a wrong one counts as a guess', async () => {
  const { phone, userId } = await clerkOf(await owner());
  const change = (pin: string, proof: string) => setPin({ browser: phone }, pin, proof).then(codeOf);
  expect(await change('520941', WRONG_PIN)).toEqual([422, 'pin-wrong', 4]);
  expect(await change('121212', PIN)).toEqual([422, 'pin-refused', null]);
  expect(await change('520941', PIN)).toEqual(OK);
  expect((await signIn(phone, userId, PIN)).status).toBe(422);
  expect((await signIn(phone, userId, '520941')).status).toBe(200);
});

const approve = async (shop: Shop, clerk: { userId: string; name: string }, pin: string, least?: 'owner') =>
  approveByPin({ ctx: await contextOfClerk(shop, clerk), input: { pin, ...(least ? { least } : {}) } });

test("a manager's PIN on the clerk's device approves and says whose it is; setting it takes her password", async () => {
  const shop = await owner();
  const [clerk, manager] = [await clerkOf(shop), await colleagueOf(shop, 'manager', '店长')];
  expect(await approve(shop, clerk, '520941')).toEqual({ ok: false, refusal: { code: 'no_approver' } });
  expect(await codeOf(await setPin(manager, '520941', 'not hers'))).toEqual([422, 'password-wrong', null]);
  expect((await read(await manager.browser.send('/api/me/pin'))).body).toEqual({ isSet: false });
  expect(await codeOf(await setPin(manager, '520941'))).toEqual(OK);
  expect((await read(await manager.browser.send('/api/me/pin'))).body).toEqual({ isSet: true });
  expect(await approve(shop, clerk, '520941')).toEqual({
    ok: true,
    value: { userId: manager.userId, name: '店长' },
  });
  expect(await approve(shop, clerk, '520941', 'owner')).toEqual({
    ok: false,
    refusal: { code: 'no_approver' },
  });
});

test("a clerk's own PIN, a demoted and a removed manager's, and another shop's approve nothing", async () => {
  const [shop, other] = [await owner(), await owner()];
  const clerk = await clerkOf(shop);
  const demoted = await colleagueOf(shop, 'manager');
  const removed = await colleagueOf(shop, 'manager');
  await setPin(demoted, '520941');
  await setPin(removed, '318052');
  await setPin(other, '490275');
  await setPin(shop, '672193');
  await shop.browser.send(`/api/staff/${demoted.userId}`, { method: 'PATCH', json: { role: 'clerk' } });
  await shop.browser.send(`/api/staff/${removed.userId}/remove`, { method: 'POST' });
  const answers = [];
  for (const pin of [PIN, '520941', '318052', '490275']) answers.push(await approve(shop, clerk, pin));
  expect(answers).toEqual(
    [4, 3, 2, 1].map((triesLeft) => ({ ok: false, refusal: { code: 'pin_wrong', triesLeft } })),
  );
  expect(await approve(shop, clerk, '672193')).toMatchObject({ ok: true });
});

test("guessing an approver's PIN locks whoever types, and a right one in between forgives nothing", async () => {
  const shop = await owner();
  const clerk = await clerkOf(shop);
  await setPin(shop, '520941');
  const answers = [];
  for (const pin of [WRONG_PIN, WRONG_PIN, WRONG_PIN, WRONG_PIN, '520941', WRONG_PIN, '520941'])
    answers.push(await approve(shop, clerk, pin));
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.refusal))).toEqual([
    { code: 'pin_wrong', triesLeft: 4 },
    { code: 'pin_wrong', triesLeft: 3 },
    { code: 'pin_wrong', triesLeft: 2 },
    { code: 'pin_wrong', triesLeft: 1 },
    'ok',
    { code: 'pin_wrong', triesLeft: 0 },
    { code: 'locked', minutes: 15 },
  ]);
  const atOnce = await clerkOf(shop, { name: '小吴' });
  const many = await Promise.all(Array.from({ length: 20 }, () => approve(shop, atOnce, WRONG_PIN)));
  const codes = many.map((answer) => (answer.ok ? 'ok' : answer.refusal.code));
  expect(codes.filter((code) => code === 'pin_wrong')).toHaveLength(5);
});

test('no two approvers have one PIN', async () => {
  const shop = await owner();
  const manager = await colleagueOf(shop, 'manager');
  expect(await codeOf(await setPin(shop, '520941'))).toEqual(OK);
  expect(await codeOf(await setPin(manager, '520941'))).toEqual([422, 'pin-refused', null]);
  expect(await codeOf(await setPin(shop, '520941'))).toEqual(OK);
});
