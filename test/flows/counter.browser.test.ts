import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { cameraFlags, filmCode } from '../support/camera-film.ts';
import { consoleWords } from '../support/console-words.ts';
import { tellFigure, withinBudget } from '../support/flow-budget.ts';
import { sharedServer } from '../support/shared-server.ts';
import { tellPagesOnFailure } from '../support/tell-pages.ts';
import { goBackStepByStep } from './counter-back.ts';
import {
  COUPON,
  type CounterShop,
  GOODS,
  MANAGER_PIN,
  openCounterShop,
  SALE,
  sameClerkIn,
  WATCH,
} from './counter-shop.ts';
import { filesFetched, loseFirstAnswer, turningCode } from './counter-tricks.ts';

const server = sharedServer();
const words = consoleWords('zh-CN');

let browser: Browser;
let at: CounterShop;
beforeAll(async () => {
  browser = await launchBrowser();
  at = await openCounterShop(server, browser);
});
afterAll(() => browser?.close());

const tell = () => tellPagesOnFailure({ zhou: at.zhou.page, wu: at.wu.page, member: at.phone });
const wait = (text: string) => at.zhou.page.getByText(text).first().waitFor();

describe('giving points', () => {
  test('a member who shows her code is given points in three acts', async () => {
    tell();
    const { wu } = at;
    const code = await at.memberCode();
    const budget = { flow: 'counter grant, known member', acts: 3, seconds: 10 };
    await withinBudget(budget, wu.page, async ({ does, type, press }) => {
      await does(() => wu.scan(code));
      await wu.page.getByLabel(words('counter.amount', { currency: 'CNY' })).waitFor();
      await type('128');
      await wu.page.getByText('¥128 → 128 积分').waitFor();
      await press('Enter');
      await wu.result('已给 林*满 128 积分');
    });
    await wu.scan(at.number); // the next in line, over the result
    await wu.card.getByText('林小满').waitFor();
    expect(await at.availablePoints()).toBe(1028);
  });

  test('several amounts by category are one sale, and taken back whole from the result', async () => {
    tell();
    await at.zhou.find(at.number);
    await at.zhou.give({ before: [{ amount: '6.50', category: SALE }], amount: '60' }, 63);
    await at.zhou.undo();
    await wait('已从 林*满 收回 63 积分');
    expect(await at.availablePoints()).toBe(1028);
  });

  test('the phone’s own Back goes one step back, and never to a sale that was given', async () => {
    tell();
    await goBackStepByStep(at.zhou, at.number);
    expect(await at.availablePoints()).toBe(1028);
  });

  test('above a limit a manager types her PIN on the clerk’s phone; a wrong one is said and the amount stays', async () => {
    tell();
    await at.zhou.find(at.number);
    await at.zhou.ringUp({ amount: '2680' });
    await wait('一次超过 2,000 积分，需要店长 PIN');
    await at.zhou.approve('135790');
    await at.zhou.dialog('店长 PIN').getByText('还可试 4 次').waitFor();
    await at.zhou.typeApproval(MANAGER_PIN);
    await at.zhou.result('已给 林*满 2,680 积分');
    await at.zhou.next();
    expect(await at.availablePoints()).toBe(3708);
  });

  test('a receipt that two clerks type at once counts once', async () => {
    tell();
    const clerks = [at.zhou, at.wu];
    await Promise.all(
      clerks.map(async (clerk) => {
        await clerk.open();
        await clerk.find(at.number);
        await clerk.ringUp({ amount: '50', receipt: 'A-1201' });
        await clerk.page.getByText('¥50 → 50 积分').waitFor();
      }),
    );
    const said = await Promise.all(
      clerks.map(({ go, page }) =>
        go.click().then(() => page.locator('.resultScreen').getAttribute('aria-label')),
      ),
    );
    expect(said.toSorted()).toEqual(['已给 林*满 50 积分', '这张小票已经给过']);
    await Promise.all(clerks.map((clerk) => clerk.next()));
    expect(await at.availablePoints()).toBe(3758);
  });
});

describe('who it is', () => {
  test('is said to be mistyped, stale or nobody, never somebody else', async () => {
    tell();
    const { zhou, number, shop } = at;
    const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
    await zhou.type(wrong);
    await wait(words('counter.findFaults.mistyped'));
    const { id } = (await shop.call('GET', '/api/tenant')) as { id: string };
    await zhou.scan(
      server.url(`/c/${turningCode(server, { tenantId: id, number, minutesAgo: 3 })}`, shop.slug),
    );
    await wait(words('counter.findFaults.stale'));
    await zhou.scan(
      server.url(`/c/${turningCode(server, { tenantId: 'tnt_another', number, minutesAgo: 0 })}`, 'another'),
    );
    await wait(words('counter.findFaults.nobody'));
    expect(await zhou.card.count()).toBe(0);
  });

  test('is led to the counter by a phone’s own camera', async () => {
    tell();
    await at.wu.page.goto(await at.memberCode());
    await at.wu.page.getByRole('link', { name: '我是店员，打开收银台' }).click();
    await at.wu.card.getByText('林小满').waitFor();
    expect(new URL(at.wu.page.url()).search).toBe('');
  });

  test('is seen by the camera, in the code on her phone', async () => {
    const seeing = await launchBrowser(cameraFlags(filmCode(await at.memberCode())));
    try {
      const clerk = await sameClerkIn(seeing, at.zhou, server, { permissions: ['camera'] });
      tellPagesOnFailure({ clerk: clerk.page });
      await clerk.open();
      await clerk.page.getByRole('button', { name: words('scan.scan'), exact: true }).click();
      await clerk.card.getByText('林小满').waitFor();
    } finally {
      await seeing.close();
    }
  });
});

describe('spending', () => {
  let code: string;

  test('goods are handed over at once with the code on her phone', async () => {
    tell();
    await at.zhou.open();
    await at.zhou.find(at.number);
    await at.zhou.redeemWithCode(GOODS, await at.memberCode(), 500);
    await at.zhou.next();
    expect(await at.availablePoints()).toBe(3258);
  });

  test('she says no on her own phone, then yes, and what she confirmed is handed over', async () => {
    tell();
    const { zhou, phone } = at;
    await zhou.find(at.number);
    await zhou.ask(GOODS);
    await at.memberCode();
    await phone.getByRole('button', { name: '不兑换' }).click();
    await wait(words('counter.askOver.declined'));
    await zhou.page.getByRole('button', { name: words('counter.back'), exact: true }).click();
    await zhou.ask(GOODS);
    await at.memberCode();
    await phone.getByRole('button', { name: '用 500 积分兑换' }).click();
    await zhou.result(`已兑换：${GOODS}`);
    await zhou.next();
    await zhou.find(at.number);
    await zhou.handOver(GOODS);
    await zhou.next();
    expect(await at.availablePoints()).toBe(2758);
  });

  test('a voucher is verified in two acts', async () => {
    tell();
    const { wu } = at;
    await wu.open();
    await wu.find(at.number);
    await wu.redeemWithCode(COUPON, await at.memberCode(), 200);
    await wu.page.getByRole('button', { name: words('counter.verify'), exact: true }).click();
    await at.phone.goto(server.url('/me/vouchers', at.shop.slug));
    await at.phone.locator('main a[href^="/redemptions/"]').first().click();
    code = await at.phone.getByRole('textbox', { name: '券码' }).inputValue();
    await wu.open();
    const budget = { flow: 'verify a voucher', acts: 2, seconds: 5 };
    await withinBudget(budget, wu.page, async ({ type, tap }) => {
      await type(`${code}\n`);
      await tap(wu.page.getByRole('button', { name: words('vouchers.use'), exact: true }));
      await wu.result(`已核销：${COUPON}`);
    });
  });

  test('a voucher that was used, or is none of this shop, stops in red: when, and by whom', async () => {
    tell();
    await at.zhou.open();
    await at.zhou.find(at.number);
    await at.zhou.ringUp({ amount: '99' });
    // A gun is heard wherever the focus is.
    await at.zhou.scan(code);
    const alert = at.zhou.page.getByRole('alert');
    await alert.getByText(/^已于 .+ 由 小吴 核销$/).waitFor();
    await alert.getByRole('button', { name: words('vouchers.next') }).click();
    await at.zhou.type('ABCD2345');
    await alert.getByText(words('vouchers.unknown')).waitFor();
  });

  test('the cash part is paid where she stands', async () => {
    tell();
    const { zhou } = at;
    await zhou.open();
    await zhou.find(at.number);
    await zhou.choose(WATCH);
    await zhou.scan(await at.memberCode());
    await zhou
      .dialog(WATCH)
      .getByRole('button', { name: /^兑换 · / })
      .click();
    await wait(words('counter.redeemedToPay'));
    await zhou.next();
    await expect.poll(() => zhou.card.textContent()).toContain('可用 0 积分');
    expect(await zhou.takeCash()).toMatch(/^已收款 ¥/);
  });
});

describe('a network lost mid-grant', () => {
  test('keeps the grant and gives it once when it is back; spending waits, and says why', async () => {
    tell();
    const { zhou } = at;
    const before = Number(await at.availablePoints());
    await zhou.open();
    await zhou.find(at.number);
    await zhou.ringUp({ amount: '88' });
    await wait('¥88 → 88 积分');
    await zhou.loseNetwork();
    await zhou.go.click();
    await zhou.result('已记下 林*满 ¥88');
    await zhou.next();
    await wait('待同步 1 笔');
    await zhou.find(at.number);
    await zhou.page.getByText(words('counter.tabs.redeem'), { exact: true }).click();
    await wait(words('counter.redeemOffline'));
    await zhou.page.context().setOffline(false);
    await wait('已补给 1 笔');
    expect(await at.availablePoints()).toBe(before + 88);
  });

  test('leaves one clerk’s grants to her, over a reload: whoever works there next sends none of them', async () => {
    tell();
    const { zhou } = at;
    const before = Number(await at.availablePoints());
    await zhou.open();
    await zhou.find(at.number);
    await zhou.ringUp({ amount: '50' });
    await wait('¥50 → 50 积分');
    await zhou.loseNetwork();
    await zhou.go.click();
    await zhou.result('已记下 林*满 ¥50');
    await zhou.page.route('**/grants', (route) => route.abort());
    await zhou.page.reload();
    await wait('待同步 1 笔');
    await zhou.page.goto('about:blank');
    await zhou.page.unroute('**/grants');
    await zhou.page.context().setOffline(false);
    const stood = await at.availablePoints();
    const { url } = await at.shop.call('POST', '/api/staff/clerk-links');
    await zhou.join({ url: String(url), name: '小陈', pin: '618403' });
    await zhou.find(at.number);
    expect([await zhou.page.getByText('待同步').count(), await at.availablePoints()]).toEqual([0, stood]);
    await zhou.takeTurn({ from: '小陈', to: '小周', pin: '739154' });
    await expect.poll(() => at.availablePoints(), { timeout: 30_000, interval: 500 }).toBe(before + 50);
  });

  test('after the points had arrived gives them once', async () => {
    tell();
    const { zhou } = at;
    const before = Number(await at.availablePoints());
    const sent = await loseFirstAnswer(zhou.page, server, '**/grants');
    await zhou.open();
    await zhou.find(at.number);
    await zhou.ringUp({ amount: '12' });
    await wait('¥12 → 12 积分');
    await zhou.go.click();
    await zhou.result('已记下 林*满 ¥12');
    await wait('已补给 1 笔');
    await zhou.page.unroute('**/grants');
    expect([sent.length, new Set(sent).size, await at.availablePoints()]).toEqual([2, 1, before + 12]);
  });
});

test('the counter opens again by the device’s own files, and asks the server for no script and no style', async () => {
  tell();
  const startedMs = performance.now();
  await at.zhou.open();
  tellFigure(`the counter opens again · ${Math.round(performance.now() - startedMs)} ms on a busy machine`);
  expect(await filesFetched(at.zhou.page)).toEqual([]);
});
