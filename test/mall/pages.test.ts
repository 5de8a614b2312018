import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { STATES } from './states.tsx';

const page = (name: string, locale: (typeof LOCALES)[number] = 'zh-CN'): string => {
  const render = STATES[name];
  if (!render) throw new Error(`no such state: ${name}`);
  return render(locale);
};

/** What a reader sees, without tags. */
const text = (html: string) =>
  html
    .replace(/<(script|style|title)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');

describe.each(Object.keys(STATES))('the page “%s”', (name) => {
  test.each(LOCALES)('is a whole document in %s that the strictest policy lets pass', (locale) => {
    const html = page(name, locale);
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${locale}">`));
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html).not.toMatch(/undefined|\[object|NaN/);
  });

  test('has a label for every field and changes things by POST alone', () => {
    const html = page(name);
    const fields = [...html.matchAll(/<(?:input|select|textarea)[^>]*\sid="([^"]+)"/g)].map(([, id]) => id);
    const labels = [...html.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id);
    expect(labels).toEqual(fields);
    for (const [form] of html.matchAll(/<form[^>]*>/g)) {
      expect(form).toMatch(/method="post"|class="(choice|search)"[^>]* method="get"/);
    }
  });

  test('weighs little', () => {
    expect(page(name).length).toBeLessThan(20_000);
  });
});

describe('what the member reads', () => {
  test('the balance is one big figure with the rest small beneath it', () => {
    expect(text(page('home signed in'))).toContain('可用 1,286 积分会员码待入账 128 积分合计 1,414 积分');
    expect(text(page('home signed in', 'en'))).toContain('Available 1,286 pointsMember code');
    expect(text(page('home in debt and empty'))).toContain('欠 60 积分，从下次获得中抵扣');
    expect(text(page('home in debt and empty'))).toContain('可用 0 积分');
  });

  test('only somebody new is welcomed, and what is on its way counts', () => {
    expect(text(page('home almost there'))).toContain('欢迎！再得 60 积分 就能换手作餐具两件套');
    expect(text(page('home in debt and empty'))).toContain('再得 280 积分 就能换');
    expect(text(page('home in debt and empty'))).not.toContain('欢迎');
    expect(text(page('home with enough on its way'))).toContain('待入账的 128 积分 到账后，就能换');
  });

  test('who gave no name reads her number with nothing before it', () => {
    expect(text(page('points of somebody without a name'))).toContain('我的积分会员号 1234 5678');
  });

  test('a balance that can’t be read is said, never shown as a figure, and the rewards stay', () => {
    for (const name of ['home with unknown balance', 'reward unknown', 'points unknown']) {
      expect(text(page(name))).toContain('余额暂时读不到，正在重试');
      expect(text(page(name))).not.toMatch(/可用 [\d,]+ 积分/);
    }
    expect(text(page('home with unknown balance'))).toContain('手作餐具两件套500 积分');
  });

  test.each([
    ['reward redeem', '兑换 · 500 积分备货前可取消，积分原路退回'],
    ['reward short', '还差 120 积分你有 380 积分。 最快的办法：再消费约 ¥120 看看所有赚法'],
    ['reward sign_in', '登录后兑换'],
    ['reward sold_out', '已兑完你的积分不受影响 看看同价位的 ↓'],
    ['reward not_started', '11月23日 12:00 开始时间以店铺所在地为准'],
    ['reward ended', '已于 11月21日 12:00 结束看看同价位的 ↓'],
    ['reward limit', '你已兑 1 件（每人限 1 件）查看兑换记录'],
    ['reward stopped', '已下架看看同价位的 ↓'],
    ['reward with points and cash', '兑换 · 3,333 积分 + ¥166.70你有 3,333 积分，已按最省现金算好'],
    ['reward with a next price and few left', '11月25日 12:00 截止兑换'],
  ])('%s says “%s”', (name, words) => {
    expect(text(page(name))).toContain(words);
  });

  test('the points page says who she is to the shop, what expires soon and what is not hers yet', () => {
    const html = page('points');
    expect(text(html)).toContain('林小满 · 会员号 1234 5678');
    expect(html).toMatch(/<details open[^>]*><summary>什么时候到期/);
    expect(text(html)).toContain('320 积分 11月30日到期，快用掉');
    expect(html).toContain('<p class="entry-points waiting">+99</p>');
    expect(text(html)).toContain('待入账，11月29日起可用');
    expect(html).toContain('<a href="/redemptions/rdm_01k">手作餐具两件套</a>');
  });

  test('a text that she agrees to names the shop where it speaks of it and nowhere else', () => {
    const html = page('privacy', 'en').replace(/<footer.*/s, '');
    expect(text(html).match(/棉屿/g)).toHaveLength(3);
    expect(html).toContain('<span lang="zh-CN">棉屿</span> runs this points mall');
  });

  test('the rules begin with the shop’s own words, in the language that they are in', () => {
    expect(page('rules', 'en')).toContain('<p><span lang="zh-CN">慢慢攒，不着急。</span></p>');
  });

  test('the bar says where she is, also on what lies below a place of it', () => {
    const current = (name: string) =>
      /href="([^"]+)" aria-current="(page|true)"/.exec(page(name))?.slice(1, 3);
    expect([current('me'), current('points'), current('addresses'), current('redemption confirmed')]).toEqual(
      [
        ['/me', 'page'],
        ['/me', 'true'],
        ['/me', 'true'],
        ['/redemptions', 'true'],
      ],
    );
    expect(current('help')).toBeUndefined();
  });

  test('a shared link shows what the page is about', () => {
    expect(page('reward redeem')).toContain(
      '<meta property="og:image" content="https://mianyu.example/pictures/tableware.svg"/>',
    );
    expect(page('home signed out')).toContain('<meta name="description" content="在棉屿消费得积分');
    expect(page('home signed out')).toContain('<title>棉屿 · 积分换好礼</title>');
  });

  test('only a reward that can be had leads to the confirm page', () => {
    const leading = Object.keys(STATES).filter(
      (name) => name.startsWith('reward ') && /\/confirm["?]/.test(page(name)),
    );
    expect(leading).toEqual([
      'reward redeem',
      'reward with a next price and few left',
      'reward with points and cash',
    ]);
  });

  test('a price to come is announced with its time', () => {
    expect(text(page('reward with a next price and few left'))).toContain('11月22日 12:01 起为 560 积分');
  });

  test('a reward’s name keeps its own language on a page in another', () => {
    expect(page('home signed in')).toContain('<span lang="en">Co-brand tee</span>');
    expect(page('home signed in', 'en')).toContain('<span lang="zh-CN">手作餐具两件套</span>');
    expect(page('sign in', 'en')).toContain('Sign in to <span lang="zh-CN">棉屿</span>');
  });

  test('every movement says why, with the computation', () => {
    expect(text(page('points'))).toContain(
      '清仓 ¥199.99 × 0.5 = 99.995合计 99.995 → 99 积分（小数舍去）规则第 3 版 · 订单 8842',
    );
    expect(text(page('points'))).toContain('合计 1,414 = 可用 1,286 + 待入账 128');
  });
});

describe('what the member sends', () => {
  const hidden = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, k, v]) => [k, v]),
    );

  test('the confirm form carries the points and the cash as they were chosen, and asks how it is paid', () => {
    expect(hidden(page('confirm with cash'))).toEqual({
      ...{ idempotencyKey: 'key-1', priceVersion: '3', shippingFeeMinor: '0' },
      pointsEach: '3333',
      cashEachMinor: '16670',
    });
    expect(text(page('confirm with cash'))).toContain('现金¥166.70');
    expect(hidden(page('confirm with cash paid online only')).payment).toBe('online');
  });

  test('the confirm form carries the key and the price as it was seen', () => {
    expect(hidden(page('confirm'))).toEqual({
      ...{ idempotencyKey: 'key-1', priceVersion: '3', shippingFeeMinor: '0' },
      pointsEach: '500',
      cashEachMinor: '0',
    });
    expect(text(page('confirm'))).toContain('现在可用1,286 积分需要−500 积分兑换后还剩786 积分');
  });

  test('an error names its field, is tied to it, and nothing typed is lost', () => {
    const html = page('confirm with errors');
    expect(html).toMatch(
      /<input id="phone" name="phone" type="tel"[^>]*value="call me" aria-invalid="true" aria-describedby="phone-error"/,
    );
    expect(html).toContain('<a href="#phone">手机号不对，请检查；其他国家或地区的号码请以 + 和区号开头</a>');
    expect(html).toContain('value="安福路 1 号"');
  });

  test('what changed is asked again, with what it was', () => {
    const html = page('confirm at a changed price');
    expect(text(html)).toContain('价格刚刚更新为 560 积分，要按新价兑换吗？');
    expect(text(html)).toContain('按新价兑换 · 560 积分');
    expect(html).toContain('<del>−500 积分</del>');
    expect(html).toContain('<del>¥10</del> 运费 ¥15，收货时付给快递员，这里不收');
    expect(hidden(html)).toMatchObject({ priceVersion: '4', pointsEach: '560' });
  });

  test('before the fence an order can be cancelled, after it only asked for, at the end received', () => {
    expect(text(page('redemption confirmed'))).toContain('确定取消');
    expect(text(page('redemption being packed'))).toContain('提交申请');
    expect(page('redemption shipped')).toMatch(
      /<summary[^>]*>确认收货<\/summary><form method="post" action="\/redemptions\/rdm_01k\/received"/,
    );
    expect(page('redemption shipped')).toContain('SF1029384756');
    expect(page('redemption cancelled')).not.toContain('/cancel"');
    expect(text(page('redemption cancelled'))).toContain('500 积分（已退回）');
    expect(text(page('redemption failed'))).toContain('500 积分（没有扣）');
    expect(text(page('redemption failed'))).not.toContain('用了');
    expect(text(page('redemption shipped'))).toContain('店铺没有同意取消。');
  });

  test('a member whose request to cancel was declined may ask again, and reads how often', () => {
    const html = page('redemption that the shop would not cancel');
    expect(html).toMatch(/<summary>再次申请取消<\/summary><form method="post" action="[^"]+\/cancel"/);
    expect(text(html)).toContain('店铺没有同意取消，会照常寄出。');
    expect(text(html)).toContain('还可以申请 2 次。');
  });

  test('the way to earn is told with money, what is on, and what it leads to', () => {
    const html = page('earn as a visitor');
    expect(html).toContain('<a href="/earn" aria-current="page">');
    for (const said of [
      '每消费 ¥1 得 1 积分大多数商品消费 ¥100 → 100 积分',
      '新品多得消费 ¥100 → 200 积分',
      '礼品卡不计积分',
      '消费约 ¥500，就能换 手作餐具两件套。',
    ])
      expect(text(html)).toContain(said);
    expect(text(page('earn before there are rules'))).toContain('店铺还没有公布规则。');
  });

  test('signed out, the card names what joining brings and what that buys at once', () => {
    const html = page('home of a shop that decorated, with an offer to join');
    expect(text(html)).toContain('注册送 100 积分，马上能换 ¥10 无门槛券');
    expect(text(page('home signed out'))).toContain('消费得积分，积分换好礼。');
  });

  test('what the shop put around its pages is there, and nothing stands for what it left out', () => {
    const html = page('home of a shop that decorated, with an offer to join');
    for (const said of [
      '周末双倍积分',
      '营业时间 10:00–21:00',
      '沪ICP备 2026000000 号',
      '我们的店',
      '慢一点，穿久一点',
    ])
      expect(text(html)).toContain(said);
    expect(html).toContain('<link rel="apple-touch-icon" href="/pictures/logo.png"/>');
    expect(html).toContain('layout-lively');
    expect(text(page('home signed out'))).not.toMatch(/营业时间|地图|微信/);
    expect(page('home signed out')).not.toContain('class="banners');
  });

  test('inside the shop’s own app neither bar is drawn, and the foot stays', () => {
    const html = page('home with points about to expire');
    expect(html).not.toMatch(/class="(masthead|tabs|top)"/);
    expect(html).toContain('<footer');
    expect(text(html)).toContain('320 积分 11月23日到期，够换下面任意一件。');
  });

  test('a search that finds nothing says for what, and offers the nearest', () => {
    const html = page('home with nothing found');
    expect(text(html)).toContain('没有找到「umbrella &lt;b&gt;」。 清除筛选');
    expect(html).toContain('href="/?q=umbrella%20%3Cb%3E&amp;kind=goods"');
    expect(html.match(/class="tile /g)).toHaveLength(3);
  });

  test('what was redeemed says by when it is packed, and can be shown to a friend', () => {
    const html = page('result done');
    expect(text(html)).toContain('店铺一般在 11月24日 10:00 前备好货。备货前可以取消，积分原路退回。');
    expect(html).toContain('href="/rewards/rwd_tableware/share"');
    expect(html).toContain('data-done="/rewards/rwd_tableware/confirm"');
    for (const name of ['result failed', 'result confirming'])
      expect(page(name)).not.toMatch(/data-done|\/share/);
    const shared = page('reward shared');
    expect(shared).toContain('>https://mianyu.example/rewards/rwd_tableware<');
    expect(shared).toMatch(/<svg class="qr"/);
  });

  test('a preview says on every page that the mall is not open yet', () => {
    expect(text(page('home in a preview'))).toContain('预览：商城还没开张');
    expect(text(page('home signed out'))).not.toContain('预览');
  });

  test('a code that was sent a moment ago says in how many seconds another may be asked for', () => {
    expect(text(page('sign in code sent a moment before'))).toContain('没收到的话，21 秒后可以重新发送。');
  });

  test('whoever joins types the code under a heading that says so, not that she signs in', () => {
    const heading = /<h1>(.*?)<\/h1>/.exec(page('sign in code sent a moment before'))?.[1];
    expect(heading).toBe('输入验证码');
  });

  test('without a text-message provider only e-mail is asked for', () => {
    expect(text(page('sign in'))).toContain('手机号或邮箱');
    expect(text(page('sign in by e-mail only, with an error'))).not.toContain('手机号');
  });
});
