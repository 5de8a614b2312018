import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenedConsole, openConsole } from './console-in-browser.ts';

let opened: OpenedConsole;
beforeAll(async () => {
  opened = await openConsole();
});
afterAll(() => opened?.close());

test('points that end at midnight are said to expire on the day before', async () => {
  const { page, close } = await opened.openPage('zh-CN', 390);
  opened.server.show('full');
  await page.goto(`${opened.server.url}/members/mem_10000009`);
  await page.getByText('320 积分 将于 2027年12月31日 到期').waitFor();
  await close();
});

test('the chosen list of redemptions is in view on a phone, whatever stands before it', async () => {
  const { page, close } = await opened.openPage('zh-CN', 390);
  opened.server.show('full');
  await page.goto(`${opened.server.url}/redemptions?tab=all`);
  await page.getByText('已经到底了').waitFor();
  const tab = page.getByRole('tab', { name: '全部' });
  expect(await tab.getAttribute('aria-selected')).toBe('true');
  await expect.poll(async () => (await tab.boundingBox())?.x ?? 390).toBeLessThan(390 - 44);
  await close();
});

test('an address whose words name nothing opens the page as it is without them', async () => {
  const { page, faults, close } = await opened.openPage('zh-CN', 390);
  opened.server.show('full');
  await page.goto(`${opened.server.url}/redemptions?tab=nonsense&open=nothing`);
  await page.getByRole('tab', { selected: true }).waitFor();
  await expect.poll(() => new URL(page.url()).search).toBe('?tab=to_ship');
  opened.server.show('visitor');
  await page.goto(`${opened.server.url}/sign-in?next=${encodeURIComponent('https://elsewhere.example')}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => new URL(page.url()).search).toBe('');
  expect(faults).toEqual([]);
  await close();
});

test('once the owner has joined as the test member the poster page no longer asks her to', async () => {
  const { page, close } = await opened.openPage('zh-CN', 390);
  opened.server.show('full');
  await page.goto(`${opened.server.url}/poster`);
  await page.getByRole('heading', { level: 2, name: '你自己的试用' }).waitFor();
  await close();
});

describe('what is typed', () => {
  test('is kept when the server is away, and sent again under the same key', async () => {
    const { page, close } = await opened.openPage('zh-CN', 390);
    opened.server.show('full');
    await page.goto(`${opened.server.url}/members/mem_10000009`);
    await page.getByRole('button', { name: '给积分' }).click();
    await page.getByLabel(/消费金额/).fill('128');
    opened.server.show('down');
    opened.server.writes.length = 0;
    await page.getByRole('button', { name: /确认给/ }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel(/消费金额/).inputValue()).toBe('128');
    opened.server.show('full');
    await page.getByRole('button', { name: /确认给/ }).click();
    await page.getByText('已给 林小满 128 积分').waitFor();
    const [first, second] = opened.server.writes;
    expect(opened.server.writes).toHaveLength(2);
    expect(second).toEqual(first);
    expect(first?.key).toMatch(/^[\w-]{20,}$/);
    await close();
  });

  test('outlives the session, and is sent once under its key after the password', async () => {
    const { page, faults, close } = await opened.openPage('zh-CN', 390);
    opened.server.show('full');
    await page.goto(`${opened.server.url}/rewards/new`);
    await page.getByLabel('所需积分').fill('560');
    await page.getByLabel('名称').first().fill('وشاح 👩‍👩‍👧 𠮷');
    opened.server.show('ended');
    opened.server.writes.length = 0;
    await page.getByRole('button', { name: '存为草稿' }).click();
    const dialog = page.getByRole('dialog', { name: '登录已过期' });
    await dialog.getByRole('textbox', { name: '密码' }).fill('correct horse battery');
    await dialog.getByRole('button', { name: '登录' }).click();
    await page.getByText('草稿已保存').waitFor();
    const sent = opened.server.writes.filter(({ path }) => path === '/api/rewards');
    expect(sent.map(({ key }) => key)).toEqual([sent[0]?.key, sent[0]?.key]);
    expect(JSON.parse(sent[1]?.body ?? '')).toMatchObject({
      pointsEach: 560,
      names: { 'zh-CN': 'وشاح 👩‍👩‍👧 𠮷' },
    });
    expect(faults).toEqual([]);
    await close();
  });

  test('stays where the password is not given, also when what is shown is read anew', async () => {
    const { page, close } = await opened.openPage('zh-CN', 390);
    opened.server.show('full');
    await page.goto(`${opened.server.url}/members/mem_10000009`);
    await page.getByRole('button', { name: '给积分' }).click();
    await page.getByLabel(/消费金额/).fill('128');
    opened.server.show('ended');
    await page.getByRole('button', { name: /确认给/ }).click();
    const dialog = page.getByRole('dialog', { name: '登录已过期' });
    await dialog.getByRole('button', { name: '返回' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByLabel(/消费金额/).inputValue()).toBe('128');
    await page.getByRole('alert').waitFor();
    await close();
  });

  test('is not sent while a reward’s end is not after its start, or only partly typed', async () => {
    const { page, close } = await opened.openPage('zh-CN', 390);
    opened.server.show('full');
    await page.goto(`${opened.server.url}/rewards/rwd_1`);
    const end = page.getByLabel('截止兑换时间');
    expect(await end.inputValue()).toBe('2030-01-31T23:59');
    await page.getByLabel('开始兑换时间').fill('2030-01-31T23:59');
    opened.server.writes.length = 0;
    await page.getByRole('button', { name: '存为草稿' }).click();
    await page.getByText('请填一个晚于开始的时间').waitFor();
    await end.press('Backspace');
    await page.getByLabel('开始兑换时间').fill('');
    await page.getByText('请填一个晚于开始的时间').waitFor();
    expect(opened.server.writes).toEqual([]);
    await end.fill('2030-02-01T00:00');
    await page.getByRole('button', { name: '存为草稿' }).click();
    await page.getByText('草稿已保存').waitFor();
    expect(JSON.parse(opened.server.writes[0]?.body ?? '')).toMatchObject({
      startsAt: null,
      endsAt: '2030-01-31T16:00:00.000Z',
    });
    await close();
  });

  test('is not sent without a network, nor when the network is back', async () => {
    const { page, close } = await opened.openPage('zh-CN', 390);
    opened.server.show('full');
    await page.goto(`${opened.server.url}/members/mem_10000009`);
    await page.getByRole('button', { name: '给积分' }).click();
    await page.getByLabel(/消费金额/).fill('128');
    opened.server.writes.length = 0;
    await page.context().setOffline(true);
    await page.getByRole('button', { name: /确认给/ }).click();
    await page.getByText('没有网络，什么都没有提交').waitFor();
    await page.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.context().setOffline(false);
    await page.reload();
    await page.getByRole('button', { name: '给积分' }).waitFor();
    expect(opened.server.writes).toEqual([]);
    await close();
  });

  test('goes under its first key when a dialog whose answer was lost is opened again', async () => {
    const { page, close } = await opened.openPage('zh-CN', 390);
    opened.server.show('full');
    await page.goto(`${opened.server.url}/members/mem_10000009`);
    opened.server.writes.length = 0;
    for (const world of ['down', 'full'] as const) {
      opened.server.show('full');
      await page.getByRole('button', { name: '给积分' }).click();
      await page.getByLabel(/消费金额/).fill('128');
      opened.server.show(world);
      await page.getByRole('button', { name: /确认给/ }).click();
      if (world === 'down') {
        await page.getByRole('alert').waitFor();
        await page.getByRole('button', { name: '关闭' }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    }
    await page.getByText('已给 林小满 128 积分').waitFor();
    const [first, second] = opened.server.writes;
    expect(opened.server.writes).toHaveLength(2);
    expect(second).toEqual(first);
    await close();
  });

  test('is not left behind unasked', async () => {
    const { page, close } = await opened.openPage('zh-CN', 390);
    opened.server.show('full');
    await page.goto(`${opened.server.url}/rewards/new`);
    await page.getByLabel('所需积分').fill('560');
    await page.getByRole('link', { name: '会员' }).click();
    await page.getByRole('button', { name: '留在这里' }).click();
    expect(await page.getByLabel('所需积分').inputValue()).toBe('560');
    await page.getByRole('link', { name: '会员' }).click();
    await page.getByRole('button', { name: '放弃改动' }).click();
    await page.getByRole('heading', { level: 1, name: '会员' }).waitFor();
    await close();
  });

  test('survives a change of language', async () => {
    const { page, close } = await opened.openPage('zh-CN', 1280);
    opened.server.show('full');
    await page.goto(`${opened.server.url}/rewards/new`);
    await page.getByLabel('所需积分').fill('560');
    await page.getByLabel('语言', { exact: true }).first().selectOption('en');
    await page.getByLabel('Price in points').waitFor();
    expect(await page.getByLabel('Price in points').inputValue()).toBe('560');
    await page.reload();
    await page.getByLabel('Price in points').waitFor();
    await close();
  });
});
