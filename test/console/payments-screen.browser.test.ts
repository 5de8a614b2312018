import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, type OpenedConsole, openConsole } from './console-in-browser.ts';
import { PAYMENTS, type PaymentsSituation } from './fixture-payments.ts';

let opened: OpenedConsole;
beforeAll(async () => {
  opened = await openConsole();
});
afterAll(() => opened?.close());

describe.each([
  ['zh-TW', 390, 'dark'],
  ['en', 1280, 'light'],
] as const)('payments in %s at %i px, %s', (locale, width, colorScheme) => {
  let shown: Awaited<ReturnType<OpenedConsole['openPage']>>;
  beforeAll(async () => {
    shown = await opened.openPage(locale, width, colorScheme);
  });
  afterAll(() => shown?.close());

  test.each(Object.keys(PAYMENTS) as PaymentsSituation[])(
    '%s: accessible, nothing cut off',
    async (situation) => {
      opened.server.show('full');
      opened.server.showPayments(situation);
      await shown.page.goto(`${opened.server.url}/settings/payments`);
      await shown.page.getByRole('switch').waitFor();
      await shown.calm();
      expect(await faultsOf(shown)).toEqual([]);
    },
  );
});
