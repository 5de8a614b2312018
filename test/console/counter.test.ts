import { describe, expect, test } from 'vitest';
import { memberNumberOf } from '../../src/domain/member-number.ts';
import type { Problem } from '../../web/console/api/problem.ts';
import { type Keyed, pinAfterKey } from '../../web/console/clerk/typed-pin.ts';
import { isDigits, maskedName } from '../../web/console/counter/member.ts';
import {
  afterFailure,
  type KeptGrant,
  keptOf,
  type SeenMember,
  seenAs,
} from '../../web/console/counter/queue/kept-grant.ts';
import { isUndoable } from '../../web/console/counter/recent.ts';
import { isOver } from '../../web/console/counter/redeem-api.ts';
import {
  AT_FIND,
  meetAgain,
  type Stage,
  stageOfFound,
  stepBack,
  stepTo,
} from '../../web/console/counter/stage.ts';
import { isWholePhone, namesOnePerson, readTyped } from '../../web/console/counter/typed.ts';
import { afterKey, isGunCode } from '../../web/console/counter/use-barcode-gun.ts';
import { LIN } from './fixture-counter.ts';

const NUMBER = memberNumberOf(1_234_567);
const CODE = `https://mianyu.example/c/${NUMBER}s00abcdefghjkmnp0123`;

describe('what was typed or scanned', () => {
  test.each([
    ['ABCD2345', { kind: 'voucher', code: 'ABCD2345' }],
    ['abcd 2345', { kind: 'voucher', code: 'ABCD2345' }],
    ['https://console.example/redemptions/verify?code=ABCD2345', { kind: 'voucher', code: 'ABCD2345' }],
    [CODE, { kind: 'member', typed: CODE }],
    [` ${NUMBER} `, { kind: 'member', typed: NUMBER }],
    ['23456789', { kind: 'member', typed: '23456789' }],
    ['１３８００００１２３４', { kind: 'member', typed: '13800001234' }],
    ['1234', { kind: 'member', typed: '1234' }],
    ['lin@example.com', { kind: 'member', typed: 'lin@example.com' }],
    ['123', { kind: 'nothing' }],
    ['', { kind: 'nothing' }],
  ])('%s is read as the one thing that it can be', (text, read) => {
    expect(readTyped(text)).toEqual(read);
  });

  test('only a whole phone or a number with its check digit may wait for a network unnamed', () => {
    const typed = [NUMBER, '13800001234', '+86 138 0000 1234', '1234', '12345678', 'lin@example.com'];
    expect(typed.filter(namesOnePerson)).toEqual([NUMBER, '13800001234', '+86 138 0000 1234']);
  });

  test('a phone can join, a member’s number can’t', () => {
    expect(['13800001234', NUMBER, '1234'].map(isWholePhone)).toEqual([true, false, false]);
  });
});

describe('a barcode gun', () => {
  const typed = (text: string, gapMs: number) =>
    [...text].reduce<ReturnType<typeof afterKey> | null>(
      (burst, key, place) => afterKey(burst, key, place * gapMs),
      null,
    );

  test('is told from a person by how fast it types', () => {
    const gun = typed(CODE, 8);
    const person = typed(CODE, 120);
    const at = (burst: typeof gun) => (burst?.lastAtMs ?? 0) + 8;
    expect([isGunCode(gun, at(gun)), gun?.text, isGunCode(person, at(person))]).toEqual([true, CODE, false]);
  });

  test('is not heard in an amount that is typed fast', () => {
    const amount = typed('12800', 5);
    expect(isGunCode(amount, (amount?.lastAtMs ?? 0) + 5)).toBe(false);
  });

  test.each([
    ['a member’s code leaves a PIN as it stood', '14', CODE, 8, '14'],
    ['a voucher’s code does, wherever its digits stand', '', '2A345678', 8, ''],
    ['six digits are a PIN however fast they come', '', '258014', 8, '258014'],
    ['a letter that was hit by mistake takes nothing back', '25', 'q', 120, '25'],
    ['a seventh digit is none of it', '258014', '7', 120, '258014'],
  ])('before a locked screen: %s', (_name, stood, text, gapMs, pin) => {
    const end = [...text].reduce<{ pin: string; keyed: Keyed | null }>(
      (now, key, place) => pinAfterKey(now.pin, now.keyed, key, place * gapMs),
      { pin: stood, keyed: null },
    );
    expect(end.pin).toBe(pin);
  });
});

describe('who stands at the counter', () => {
  const found = (presence: string | null): Stage =>
    stageOfFound({ by: 'code', matches: [LIN], more: false, presence }, CODE, 0) ?? { at: 'find' };

  test('is one, several or nobody', () => {
    const several = {
      by: 'digits' as const,
      matches: [LIN, { ...LIN, memberId: 'mem_2' }],
      more: true,
      presence: null,
    };
    expect([
      found(null),
      stageOfFound(several, '1234', 0)?.at,
      stageOfFound({ ...several, matches: [] }, '0000', 0),
    ]).toEqual([{ at: 'member', member: LIN, typed: CODE, presence: null }, 'choose', null]);
  });

  test('has shown her code for five minutes, also when her number is typed meanwhile', () => {
    const seen = found('presence_1');
    const other: Stage = { at: 'member', member: { ...LIN, memberId: 'mem_2' }, typed: '1', presence: null };
    const shown = [
      meetAgain(seen, found(null)),
      meetAgain(seen, other),
      meetAgain({ at: 'find' }, found(null)),
    ];
    expect(shown.map((stage) => stage.at === 'member' && stage.presence)).toEqual([
      { token: 'presence_1', untilMs: 300_000 },
      null,
      null,
    ]);
  });

  test('is gone back from to the search, and to the several whom the same digits name', () => {
    const choose: Stage = { at: 'choose', matches: [LIN], more: false };
    const member = found(null);
    const straight = stepTo(AT_FIND, member);
    const chosen = stepTo(stepTo(AT_FIND, choose), member);
    const enrolled = stepTo(stepTo(AT_FIND, { at: 'enrol', phone: '' }), member);
    const others = stepTo(chosen, { at: 'voucher', code: 'ABCD2345' });
    const at = (path: readonly Stage[]) => path.map((stage) => stage.at);
    expect([straight, chosen, enrolled, others, stepTo(chosen, member)].map(at)).toEqual([
      ['find', 'member'],
      ['find', 'choose', 'member'],
      ['find', 'member'],
      ['find', 'voucher'],
      ['find', 'choose', 'member'],
    ]);
    expect([straight, chosen, stepBack(chosen)].map((path) => at(stepBack(path)))).toEqual([
      ['find'],
      ['find', 'choose'],
      ['find'],
    ]);
  });

  test.each([
    ['林小满', '林*满'],
    ['陈帆', '陈*'],
    ['欧阳小满满', '欧*满'],
    ['李', '李*'],
    ['', '+86 •••• 1234'],
  ])('%s is shown to the whole shop as %s', (displayName, masked) => {
    expect(maskedName({ ...LIN, displayName })).toBe(masked);
  });

  test('is kept apart from the points beside her where she is called by digits', () => {
    expect(['林*满', '+86 •••• 1234', '87****34', '1 号店'].map(isDigits)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('what waits for the network', () => {
  const kept: KeptGrant = {
    key: 'key_1',
    owner: 'user_1 ten_1',
    atMs: 0,
    typed: null,
    member: { memberId: LIN.memberId, name: '林*满' },
    body: { amountMinor: 12_800 },
    maySent: false,
    refused: null,
  };
  const problem = (status: number, code: string): Problem => ({
    status,
    code,
    title: null,
    detail: null,
    requestId: null,
    fields: {},
  });

  test.each([
    ['no network before it was sent', problem(0, 'offline'), { grant: kept, stops: true }],
    ['no answer', problem(0, 'no-answer'), { grant: { ...kept, maySent: true }, stops: true }],
    [
      'a server that is away',
      problem(503, 'unavailable'),
      { grant: { ...kept, maySent: true }, stops: true },
    ],
    ['too many at once', problem(429, 'rate-limited'), { grant: kept, stops: true }],
    ['an ended session', problem(401, 'unauthenticated'), { grant: kept, stops: true }],
    ['a locked counter', problem(423, 'pin-needed'), { grant: kept, stops: true }],
    ['another clerk is signed in by now', problem(409, 'session-changed'), { grant: kept, stops: true }],
    [
      'a limit',
      problem(409, 'grant-over-limit'),
      { grant: { ...kept, refused: { code: 'grant-over-limit', words: '超过上限' } }, stops: false },
    ],
  ])('goes on waiting or is told apart: %s', (_, failed, after) => {
    expect(afterFailure(kept, failed, '超过上限')).toEqual(after);
  });

  test('waits with the time at which it was rung up unless it may have been sent, and never with a PIN', () => {
    const body = { amountMinor: 260_000, approvalPin: '520941' };
    const giving = { memberId: LIN.memberId, name: '林*满', typed: null, body };
    const sent = { key: 'key_1', owner: 'user_1 ten_1', atMs: 0 };
    const unsent = keptOf(giving, { ...sent, maySent: false });
    expect(unsent).toEqual({
      ...kept,
      body: { amountMinor: 260_000, soldAt: '1970-01-01T00:00:00.000Z' },
    });
    expect(keptOf(giving, { ...sent, maySent: true }).body).toEqual({ amountMinor: 260_000 });
    expect(keptOf({ ...giving, memberId: null, typed: NUMBER }, { ...sent, maySent: false })).toMatchObject({
      typed: NUMBER,
      member: null,
    });
  });

  test('a member seen lately is known again by what was typed then or by her number; two alike are nobody', () => {
    const seen = (id: string, typed: string, atMs = 0): SeenMember => ({
      id,
      owner: 'user_1 ten_1',
      atMs,
      typed,
      member: { ...LIN, memberId: id, number: id === 'mem_1' ? NUMBER : '10000017' },
    });
    const both = [seen('mem_1', '1234'), seen('mem_2', '1234')];
    expect([
      seenAs('1234', both.slice(0, 1), 1)?.memberId,
      seenAs(NUMBER, both, 1)?.memberId,
      seenAs('1234', both, 1),
      seenAs('1234', both.slice(0, 1), 13 * 3_600_000),
      seenAs('li.na@shop.test', [seen('mem_1', 'lina@shop.test')], 1),
      seenAs('lina@shop.test', [seen('mem_1', 'lina@shop.test')], 1)?.memberId,
    ]).toEqual(['mem_1', 'mem_1', null, null, null, 'mem_1']);
  });
});

test('a grant is the clerk’s own to undo until its time, and once', () => {
  const undone = { staffId: 'user_2', name: null, at: '', reason: null };
  const until = new Date(1_000).toISOString();
  expect([
    isUndoable({ undone: null, undoUntil: until }, 999),
    isUndoable({ undone: null, undoUntil: until }, 1_000),
    isUndoable({ undone: null, undoUntil: null }, 0),
    isUndoable({ undone, undoUntil: until }, 0),
  ]).toEqual([true, false, false, false]);
});

test('a reward that is gone or costs something else is not asked for again; a code that is too old is scanned again', () => {
  const over = (code: string, status = 409) => isOver({ status, code });
  expect([over('sold-out'), over('price-changed'), over('not-found', 404)]).toEqual([true, true, true]);
  expect([over('presence-needed'), over('no-answer', 0), over('unavailable', 503)]).toEqual([
    false,
    false,
    false,
  ]);
});
