import { expect, test } from 'vitest';
import { AUDIT_ACTIONS } from '../../src/domain/audit-action.ts';
import { LOCALES } from '../../src/domain/locale.ts';
import { formatFor } from '../../src/messages/format.ts';
import { actionWords, movedBy, roleIn } from '../../web/console/audit-log/model.ts';
import { consoleWords } from '../support/console-words.ts';
import { shop } from './fixture-data.ts';

// What writes a line takes an `AuditAction`, so that no other action than these is ever written.
test.each(LOCALES)('every action is said in words of its own in %s', (locale) => {
  const t = consoleWords(locale);
  const said = AUDIT_ACTIONS.map((action) => {
    const words = actionWords(action);
    return words === null ? null : t(`auditLog.actions.${words}`);
  });
  expect(said).not.toContain(null);
  expect(new Set(said).size).toBe(AUDIT_ACTIONS.length);
});

test('a line says how much it moved, and no figure where it moved nothing', () => {
  const format = formatFor({ locale: 'en', timeZone: 'UTC', pointsName: shop.pointsName });
  const moved = (action: string, detail: Record<string, unknown>) =>
    movedBy({ action, detail }, format, 'CNY');
  expect([
    moved('points.purchase', { orderId: 'R-1', amountMinor: 12_800 }),
    moved('points.adjust', { points: 50, reason: 'goodwill' }),
    moved('points.refund', { points: -20 }),
    moved('rewards.units', { delta: -3 }),
    moved('rewards.units', { delta: null }),
    moved('redemptions.ship', { state: 'shipped' }),
    moved('redemptions.take_cash', { state: 'committing', amountMinor: 800, currency: 'USD' }),
  ]).toEqual(['¥128', '+50', '−20', '−3', null, null, '$8']);
  expect([roleIn({ detail: { role: 'clerk' } }), roleIn({ detail: { role: 'king' } })]).toEqual([
    'clerk',
    null,
  ]);
});
