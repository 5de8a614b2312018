import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WIDGET_CATALOGUES } from '../support/widget-words.ts';
import { plainPage } from './host-pages.ts';
import { faultsOf, stored, visitor } from './visit.ts';
import { ADDRESS, openWidgetWorld, type WidgetWorld, widgetOn } from './widget-world.ts';

/** As long as a loaded machine may take. */
const SOON = { timeout: 15_000 };
const words = WIDGET_CATALOGUES['zh-CN'];
let world: WidgetWorld;
beforeAll(async () => {
  world = await openWidgetWorld();
});
afterAll(() => world?.close());

const snippet = () => ({ scriptUrl: world.scriptUrl, mall: world.shop.slug });

describe('redeeming on a merchant’s own site', () => {
  test('redeems a reward with a signed-in customer, and keeps nothing on her device', async () => {
    const customer = await world.shop.customer(1000);
    world.signIn({ [world.shop.slug]: customer });
    const visit = await visitor(world.browser, world.site.origin);
    const { page, observed } = visit;
    const widget = widgetOn(page);
    await page.goto(world.site.page('/plain', plainPage(snippet())));
    await widget.launcher().waitFor();
    await expect.poll(() => widget.balance().textContent(), SOON).toBe('1,000 积分');
    expect(await widget.launcher().textContent()).toContain('1,000 积分');
    const shiftedBefore = await page.evaluate(() => window.shifted);

    await widget.launcher().press('Enter');
    await widget.choose('手作餐具');
    await widget.typeAddress({ ...ADDRESS, phone: 'call me' });
    await widget.press('确认兑换 · 500 积分');
    await widget.panel.getByText(words.phoneInvalid).waitFor();
    expect(await widget.field('line1').inputValue()).toBe(ADDRESS.line1);
    await widget.typeAddress({ phone: ADDRESS.phone });
    await widget.press('确认兑换 · 500 积分');
    await widget.panel.getByRole('heading', { name: words.success }).waitFor();
    await widget.panel.getByText('还剩 500 积分').waitFor();
    expect(await page.title()).toBe('redeemed 500');
    await expect.poll(() => widget.balance().textContent(), SOON).toBe('500 积分');

    await widget.press(words.keepLooking);
    await widget.choose('手作餐具');
    await widget.panel.getByText('林小满 · 138 0013 8000').waitFor();
    expect(await widget.field('line1').isVisible()).toBe(false);
    await widget.press(words.back);
    await widget.press('积分明细');
    await widget.panel.getByText('兑换 手作餐具').waitFor();
    await widget.panel.getByText(words.end).waitFor();
    await page.keyboard.press('Escape');
    await widget.panel.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName), SOON).toBe('pm-launcher');

    const cookies = (await visit.context.cookies()).map(({ name, domain }) => `${name} of ${domain}`);
    const shifted = await page.evaluate(() => window.shifted);
    console.log(
      `widget: origins ${[...observed.origins].join(' ')}; cookies ${cookies.join(', ')} (the host’s own); layout shift ${shiftedBefore} closed, ${shifted} with the panel`,
    );
    expect(cookies).toEqual(['host_session of shop.localhost']);
    expect([observed.cookiesSent, observed.cookiesSet]).toEqual([[], []]);
    expect(world.site.tokensAsked()).toBe(1);
    expect(await stored(page)).toEqual({ local: 0, session: 0, databases: 0, caches: 0 });
    expect([...observed.origins].sort()).toEqual(
      [world.site.origin, world.server.url(''), world.server.url('', world.shop.slug)].sort(),
    );
    expect([shiftedBefore, shifted]).toEqual([0, 0]);
    expect(await faultsOf(visit)).toEqual([]);
    await visit.context.close();
  });

  test('whose answer was lost redeems once, however often she asks', async () => {
    const customer = await world.shop.customer(600);
    world.signIn({ [world.shop.slug]: customer });
    const visit = await visitor(world.browser, world.site.origin);
    const { page } = visit;
    const widget = widgetOn(page);
    let sent = 0;
    await page.route('**/widget/v1/me/redemptions?*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      sent++;
      // It arrives and takes effect; what the server says to it gets lost.
      const request = route.request();
      await world.server.fetch(request.url(), {
        method: 'POST',
        headers: await request.allHeaders(),
        body: request.postData() ?? '',
      });
      await route.abort();
    });
    await page.goto(world.site.page('/plain', plainPage(snippet())));
    await widget.launcher().click();
    await widget.choose('手作餐具');
    await widget.typeAddress();
    await widget.press('确认兑换 · 500 积分');
    await widget.panel.getByText(words.unsureTitle).waitFor();
    expect(sent).toBe(3);
    expect(await widget.field('line1').inputValue()).toBe(ADDRESS.line1);
    // Closed and opened again it still says so, and leads to the very same.
    await page.keyboard.press('Escape');
    await widget.launcher().click();
    await widget.panel.getByText(words.unsureTitle).waitFor();
    await widget.press(words.submitAgain);
    expect(await widget.field('line1').inputValue()).toBe(ADDRESS.line1);
    await page.unroute('**/widget/v1/me/redemptions?*');
    await widget.press(words.submitAgain);
    await widget.panel.getByRole('heading', { name: words.success }).waitFor();
    await widget.panel.getByText('还剩 100 积分').waitFor();
    await visit.context.close();
  });

  test('asks again at a new price, and says what is no longer on offer, with what was typed still there', async () => {
    const reward = { names: { 'zh-CN': '羊毛围巾' }, pointsEach: 300, units: 5 };
    const scarf = await world.shop.addReward(reward);
    const customer = await world.shop.customer(900);
    world.signIn({ [world.shop.slug]: customer });
    const visit = await visitor(world.browser, world.site.origin);
    const { page } = visit;
    const widget = widgetOn(page);
    const path = '**/widget/v1/me/redemptions?*';
    await page.route(path, (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        headers: { 'access-control-allow-origin': world.site.origin },
        body: JSON.stringify({
          code: 'price-changed',
          priceVersion: 1,
          pointsEach: 350,
          detail: '价格刚刚更新',
        }),
      }),
    );
    await page.goto(world.site.page('/plain', plainPage(snippet())));
    await widget.launcher().click();
    await widget.choose('羊毛围巾');
    await widget.typeAddress();
    await widget.press('确认兑换 · 300 积分');
    await widget.panel.getByText('价格刚刚更新').waitFor();
    await widget.panel.getByRole('button', { name: '按新价兑换 · 350 积分', exact: true }).waitFor();
    await widget.panel.getByText('550 积分').waitFor();

    await page.unroute(path);
    await world.shop.call('POST', `/api/rewards/${scarf}/stop`);
    await widget.press('按新价兑换 · 350 积分');
    await widget.panel.getByText(words.refused).waitFor();
    expect(await widget.field('line1').inputValue()).toBe(ADDRESS.line1);
    await widget.press(words.others);
    await widget.panel.getByText('900', { exact: true }).waitFor();
    await visit.context.close();
  });

  test('shows the code of a coupon in the panel, and asks for no address', async () => {
    const coupon = { faceMinor: 3_000, minimumSpendMinor: 15_000 };
    const terms = { kind: 'coupon' as const, coupon, validDays: 30, units: null };
    await world.other.addReward({ names: { 'zh-CN': '满减券' }, pointsEach: 200, ...terms });
    const { slug } = world.other;
    world.signIn({ [slug]: await world.other.customer(300) });
    const { page, context } = await visitor(world.browser, world.site.origin);
    const widget = widgetOn(page);
    await page.goto(world.site.page('/coupon', plainPage({ ...snippet(), mall: slug })));
    await widget.launcher().press('Enter');
    await widget.choose('满减券');
    await widget.panel.getByText('满 ¥150 减 ¥30').waitFor();
    expect(await widget.field('line1').isVisible()).toBe(false);
    await widget.press('确认兑换 · 200 积分');
    const code = widget.panel.getByText(/^[A-HJKMNP-TV-Z2-9]{8}$/);
    await code.waitFor();
    const verified = await world.other.call('GET', `/api/vouchers/${await code.textContent()}`);
    expect(verified.state).toBe('issued');
    await context.close();
  });

  test('lets her fetch it at a branch, and then asks for no address', async () => {
    const { slug, call } = world.other;
    const branch = (id: string, name: string) => ({
      ...{ id, name, address: `${name}路 1 号`, phone: null, hours: null, mapUrl: null, pickUp: true },
    });
    const value = [branch('b1', '安福'), branch('b2', '武康')];
    await call('PATCH', '/api/settings', { section: 'branches', value, seen: null });
    await world.other.addReward({ names: { 'zh-CN': '陶杯' }, pointsEach: 100, units: 5 });
    world.signIn({ [slug]: await world.other.customer(150) });
    const { page, context } = await visitor(world.browser, world.site.origin);
    const widget = widgetOn(page);
    await page.goto(world.site.page('/pick-up', plainPage({ ...snippet(), mall: slug })));
    await widget.launcher().press('Enter');
    await widget.choose('陶杯');
    expect(await widget.field('line1').isVisible()).toBe(true);
    await widget.panel.getByLabel(words.receive).selectOption('到店自提 · 武康');
    await widget.panel.getByText('地址：武康路 1 号').waitFor();
    expect(await widget.field('line1').isVisible()).toBe(false);
    await widget.press('确认兑换 · 100 积分');
    await widget.panel.getByText('到店自提 · 武康').waitFor();
    await context.close();
  });
});
