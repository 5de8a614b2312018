import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../../src/domain/locale.ts';
import { DEFAULT_POINTS_NAME, pointsWithWord } from '../../src/messages/points-name.ts';
import { translator } from '../../src/messages/translator.ts';
import { auditOf } from '../support/audit.ts';
import { launchBrowser } from '../support/browser.ts';
import { consoleWords } from '../support/console-words.ts';
import { sharedServer } from '../support/shared-server.ts';
import { tellPagesOnFailure } from '../support/tell-pages.ts';
import { memberAt } from './member.ts';
import { merchantAt } from './merchant.ts';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
const PARCEL = { carrier: 'SF Express', trackingNumber: 'SF1390000000001' };
const JOURNEYS = [
  {
    locale: 'zh-CN' as Locale,
    timezoneId: 'Asia/Shanghai',
    currency: 'CNY',
    shopName: '云朵小店',
    rewardName: '亚麻发圈三件套',
    address: {
      recipientName: '林小满',
      phone: '13812345678',
      region: '浙江省',
      city: '杭州市',
      line1: '文三路 1 号',
    },
  },
  {
    locale: 'en' as Locale,
    timezoneId: 'America/New_York',
    // Chosen: the console proposes another.
    currency: 'CAD',
    shopName: 'Cloud & Thread',
    rewardName: 'Linen hair ties',
    address: {
      recipientName: 'Ada Lin',
      phone: '+1 212 555 0100',
      region: 'NY',
      city: 'New York',
      line1: '1 Main Street',
      postalCode: '10001',
    },
  },
];

describe('the main job, at 390 px, the mall without JavaScript', () => {
  const server = sharedServer();
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each(JOURNEYS)(
    'from sign-up to received in $locale both screens agree and the balance is the hand-written one',
    async ({ locale, timezoneId, currency, shopName, rewardName, address }) => {
      const id = `flow${Date.now().toString(36)}`;
      const shop = {
        name: shopName,
        slug: id,
        email: `owner-${id}@example.com`,
        password: 'a long pass phrase',
        ...(locale === 'en' && { currency }),
      };
      const reward = { name: rewardName, points: 220, units: 10 };
      const memberEmail = `member-${id}@example.com`;
      const staffPhone = await browser.newContext({ ...PHONE, locale, timezoneId });
      const memberPhone = await browser.newContext({
        ...PHONE,
        locale,
        timezoneId,
        javaScriptEnabled: false,
      });
      const staffPage = await staffPhone.newPage();
      const memberPage = await memberPhone.newPage();
      tellPagesOnFailure({ staff: staffPage, member: memberPage });
      const merchant = merchantAt(staffPage, server, locale);
      const member = memberAt(memberPage, server, locale, shop);

      await merchant.signUp(shop);
      await merchant.publishProgramme({ daysUntilEntry: 0, signUpBonus: 100 });
      await merchant.addReward(reward);
      await merchant.openMall();
      const key = await merchant.createKey('web shop');

      await member.joinByPoster(memberEmail, 100);
      const reported = await server.fetch(server.url('/v1/orders', 'api'), {
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          'idempotency-key': `order-${id}`,
        },
        body: JSON.stringify({
          orderId: id,
          channel: 'web',
          member: { email: memberEmail },
          currency,
          occurredAt: new Date().toISOString(),
          status: 'completed',
          lines: [{ lineId: '1', amountMinor: 12_800 }],
        }),
      });
      expect(reported.status).toBe(200);
      await merchant.givePoints({ email: memberEmail }, '150.50');
      await member.redeem(reward, address);
      await merchant.ship(reward, PARCEL);
      await member.confirmReceived();

      // Joining gives 100, 128.00 at 1 a unit 128, 150.50 gives 150 (decimals discarded), less 220: 158.
      const points = (count: number) => pointsWithWord(DEFAULT_POINTS_NAME, locale, count);
      expect(await member.readPoints()).toContain(points(158));
      const seenByMember = await member.readRedemption();
      expect(seenByMember).toContain(translator(locale, 'mall')('state.received'));
      expect(seenByMember).toContain(PARCEL.trackingNumber);
      expect(await merchant.readRedemption(reward)).toContain(
        consoleWords(locale)('redemptions.states.received'),
      );
      await staffPhone.close();
      await memberPhone.close();
    },
  );

  test('and the audit is clean', () => {
    const { exitCode, report } = auditOf(server.stateFolder);
    expect(exitCode, report).toBe(0);
  });
});
