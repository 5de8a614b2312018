import { describe, expect, test } from 'vitest';
import { staffEventsOf, waitsStill } from '../../src/domain/fold/staff-notice.ts';
import type { JournalRow, JournalType, JsonObject } from '../../src/domain/journal.ts';
import { GATHER_MS, noticeDueMs } from '../../src/domain/staff-notice.ts';
import { letterHtml, letterText } from '../../src/mail/letter-html.ts';
import type { ToldEvent } from '../../src/mail/staff-letters.ts';
import { noticeWords } from '../../src/mail/staff-letters.ts';

const at = (wallTime: string) => Date.parse(`${wallTime}+08:00`);
const due = (
  now: string,
  { lastSent = null as string | null, quietNights = false, timeZone = 'Asia/Shanghai' } = {},
) =>
  noticeDueMs({
    nowMs: at(now),
    lastSentAtMs: lastSent === null ? null : at(lastSent),
    quietNights,
    timeZone,
  });

describe('a notice is written', () => {
  test('at once to whoever was never written to, or not for a quarter of an hour', () => {
    expect(due('2026-03-02T10:00')).toBe(at('2026-03-02T10:00'));
    expect(due('2026-03-02T10:00', { lastSent: '2026-03-02T09:45' })).toBe(at('2026-03-02T10:00'));
  });

  test('else a quarter of an hour after her last one, together with what happens until then', () => {
    expect(due('2026-03-02T10:00', { lastSent: '2026-03-02T09:58' })).toBe(
      at('2026-03-02T09:58') + GATHER_MS,
    );
  });

  test.each([
    ['2026-03-02T21:59:59.999', '2026-03-02T21:59:59.999'],
    ['2026-03-02T22:00', '2026-03-03T08:00'],
    ['2026-03-02T23:59', '2026-03-03T08:00'],
    ['2026-03-03T00:00', '2026-03-03T08:00'],
    ['2026-03-03T07:59', '2026-03-03T08:00'],
    ['2026-03-03T08:00', '2026-03-03T08:00'],
  ])('of %s, where she wants quiet nights, at %s by the shop’s clock', (happened, written) => {
    expect(due(happened, { quietNights: true })).toBe(at(written));
  });

  test('in the morning, where what is gathered would be written by night', () => {
    const lastSent = '2026-03-02T21:50';
    expect(due('2026-03-02T21:55', { lastSent, quietNights: true })).toBe(at('2026-03-03T08:00'));
  });

  test('at eight by the clock of that morning, also in the night in which clocks change', () => {
    const night = { nowMs: Date.parse('2026-03-07T23:30:00-05:00'), lastSentAtMs: null, quietNights: true };
    expect(noticeDueMs({ ...night, timeZone: 'America/New_York' })).toBe(
      Date.parse('2026-03-08T08:00:00-04:00'),
    );
  });
});

const ACCOUNT = { kind: 'account' as const, tenantId: 'ten_a', objectId: 'mem_a' };
const STOCK = { kind: 'stock' as const, tenantId: 'ten_a', objectId: 'rwd_a' };
const rowOf = (type: JournalType, body: JsonObject) => ({ type, body }) as JournalRow;
const told = (given: JsonObject) => ({
  redemptionId: 'rdm_a',
  state: 'confirmed',
  cancelRequest: null,
  ...given,
});
const keysOf = (given: JsonObject) =>
  staffEventsOf(ACCOUNT, rowOf('redemption.updated', { redemption: told(given) })).map(({ key }) => key);
const stockKeys = (availableUnits: number, given: JsonObject = {}, type: JournalType = 'stock.reserved') =>
  staffEventsOf(
    STOCK,
    rowOf(type, { level: { unlimited: false, stockedUnits: 40, availableUnits, ...given } }),
  ).map(({ key }) => key);

describe('what a journal row asks of the staff', () => {
  test('to ship what is confirmed, or to lay it ready; nothing of a voucher or of what is packed', () => {
    expect(keysOf({})).toEqual(['to_ship/rdm_a']);
    expect(keysOf({ pickUp: true })).toEqual(['to_hand_over/rdm_a']);
    expect([keysOf({ state: 'issued' }), keysOf({ state: 'in_fulfilment' })]).toEqual([[], []]);
  });

  test('to answer who asks to cancel, each time she asks', () => {
    const asks = (requestedAtMs: number, state = 'open') =>
      keysOf({ state: 'shipped', cancelRequest: { state, requestedAtMs } });
    expect([asks(1), asks(2), asks(2, 'declined')]).toEqual([
      ['after_sales/rdm_a/cancel/1'],
      ['after_sales/rdm_a/cancel/2'],
      [],
    ]);
  });

  test('to give cash back at the counter, and to look at a refund that failed; not at one under way', () => {
    const refund = (method: string, state: string, because = 'cancelled') =>
      keysOf({ state: 'cancelled', payment: { method, refunds: [{ refundKey: 'ref_a', state, because }] } });
    expect([refund('counter', 'requested'), refund('online', 'failed')]).toEqual([
      ['after_sales/rdm_a/refund/ref_a'],
      ['after_sales/rdm_a/refund/ref_a'],
    ]);
    expect([refund('online', 'requested'), refund('online', 'failed', 'outside')]).toEqual([[], []]);
  });

  test('to think of more when few are left and when none is, each once for what was stocked', () => {
    expect([stockKeys(6), stockKeys(5), stockKeys(4), stockKeys(0)]).toEqual([
      [],
      ['stock/rwd_a/low/40'],
      ['stock/rwd_a/low/40'],
      ['stock/rwd_a/out/40'],
    ]);
    expect(stockKeys(5, { stockedUnits: 90 })).toEqual(['stock/rwd_a/low/90']);
    expect(stockKeys(0, { unlimited: true })).toEqual([]);
  });

  test('nothing where the shop itself sets how many there are', () => {
    expect(stockKeys(2, {}, 'stock.units_changed')).toEqual([]);
  });

  test('no more once it is done', () => {
    const event = { kind: 'to_ship' as const, part: null };
    const shipped = { redemptionId: 'rdm_a', state: 'shipped' as const, cancelRequest: null };
    expect([waitsStill(event, { ...shipped, state: 'confirmed' }), waitsStill(event, shipped)]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a letter to staff', () => {
  const setting = {
    locale: 'en' as const,
    shop: { name: 'A shop', locale: 'zh-CN' as const },
    origin: 'https://console.test',
  };
  const redemption = (redemptionId: string): ToldEvent => ({
    kind: 'to_ship',
    redemption: { redemptionId, memberId: 'mem_a', lines: [{ names: { en: 'A cup' } }] },
  });
  const reward: ToldEvent = {
    kind: 'stock',
    reward: { id: 'rwd_a', names: { en: 'A cup' }, availableUnits: 0 },
  };
  const question = (text: string): ToldEvent => ({ kind: 'question', question: { text, orderNumber: null } });

  test('names what is alone and leads there; several of a kind are a number and their list', () => {
    const one = noticeWords(setting, [question('Open\non Sunday?'), redemption('rdm_00000001'), reward]);
    expect(one.subject).toBe('A shop: 1 redemption to ship · 1 question to answer · 1 reward nearly gone');
    expect(one.items).toEqual([
      {
        label: '1 redemption to ship',
        detail: 'A cup · order 00000001',
        url: 'https://console.test/redemptions/mem_a/rdm_00000001',
      },
      { label: '1 question to answer', detail: 'Open on Sunday?', url: 'https://console.test/questions' },
      { label: '1 reward nearly gone', detail: 'A cup: sold out', url: 'https://console.test/rewards/rwd_a' },
    ]);
    const two = noticeWords(setting, [redemption('rdm_00000001'), redemption('rdm_00000002')]);
    expect(two.items).toEqual([
      { label: '2 redemptions to ship', detail: null, url: 'https://console.test/redemptions?tab=to_ship' },
    ]);
  });

  test('never takes what a member wrote for markup', () => {
    const { subject: _subject, ...said } = noticeWords(setting, [question('<b>"Open"</b>?')]);
    const parts = { locale: 'en' as const, shop: 'A shop', ...said, foot: [], settings: null };
    const colours = { main: '#1d1d1f', onMain: '#ffffff', page: '#f5f5f7', text: '#1d1d1f' };
    expect(letterHtml(parts, colours)).toContain('&lt;b&gt;&quot;Open&quot;&lt;/b&gt;?');
    expect(letterText(parts)).toContain('<b>"Open"</b>?\nhttps://console.test/questions');
  });

  test('shows the beginning of a long question', () => {
    const [item] = noticeWords(setting, [question('长'.repeat(500))]).items ?? [];
    expect(item?.detail).toBe(`${'长'.repeat(120)}…`);
  });
});
