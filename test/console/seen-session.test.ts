import { afterEach, expect, test } from 'vitest';
import { forgetSeen, isSeenAs, seenSession } from '../../web/console/session/seen-session.ts';

const at = (userId: string, tenantId: string | null) => ({
  user: { id: userId },
  tenant: tenantId === null ? null : { id: tenantId },
});

afterEach(forgetSeen);

test('a tab stays whom it was drawn for, whoever signs in beside it', () => {
  const told = [at('lin', 'mianyu'), null, at('xu', 'mianyu'), at('lin', 'mutang')].map(isSeenAs);
  expect([told, seenSession()]).toEqual([[true, true, false, false], 'lin mianyu']);
});

test('a tab is drawn for a shop from when there is one, and anew after an own change', () => {
  const beforeShop = [isSeenAs(at('lin', null)), seenSession()];
  const withShop = [isSeenAs(at('lin', 'mianyu')), seenSession()];
  forgetSeen();
  const after = [isSeenAs(at('lin', 'mutang')), seenSession()];
  expect([beforeShop, withShop, after]).toEqual([
    [true, null],
    [true, 'lin mianyu'],
    [true, 'lin mutang'],
  ]);
});
