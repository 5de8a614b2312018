import { expect, test } from 'vitest';
import { LOCALES } from '../../../src/domain/locale.ts';
import { AppError, RefusedError } from '../../../src/http/errors.ts';
import { problemHeaders, problemOf, STATUS_BY_CODE } from '../../../src/http/problem.ts';
import { DEFAULT_POINTS_NAME } from '../../../src/messages/points-name.ts';

const setting = (locale: (typeof LOCALES)[number] = 'en') => ({
  format: { locale, timeZone: 'Asia/Shanghai', pointsName: DEFAULT_POINTS_NAME },
  requestId: 'req_1',
  nowMs: Date.UTC(2026, 10, 22),
});

test('a refusal is told with its own data beside its words', () => {
  const refused = new RefusedError({ code: 'insufficient_points', missingPoints: 30, availablePoints: 70 });
  expect(problemOf(refused, setting())).toEqual({
    type: 'https://pointmall.dev/problems/insufficient-points',
    code: 'insufficient-points',
    title: 'Not enough',
    status: 409,
    detail: '30 points short. Nothing was taken',
    instance: 'req_1',
    missingPoints: 30,
    availablePoints: 70,
  });
});

test('an unknown failure says nothing of itself', () => {
  const leaking = new Error('duplicate key value (email)=(lin@example.com)', { cause: { password: 'x' } });
  expect(JSON.stringify(problemOf(leaking, setting()))).not.toMatch(/lin@|duplicate|password/);
  expect(problemOf(leaking, setting())).toMatchObject({ status: 500, code: 'internal' });
});

test('every fault has words in every language', () => {
  const faults = (
    [
      'malformed_json',
      'idempotency_key_missing',
      'unauthenticated',
      'forbidden',
      'cross_site',
      'not_found',
      'method_not_allowed',
      'payload_too_large',
      'unsupported_media_type',
      'rate_limited',
      'unavailable',
      'internal',
    ] as const
  ).map((code) => new AppError(code));
  const details = LOCALES.flatMap((locale) =>
    faults.map((fault) => problemOf(fault, setting(locale)).detail),
  );
  expect(details.every((detail) => detail.length > 3)).toBe(true);
  expect(new Set(details).size).toBe(details.length);
});

test('waiting is told in the header as well', () => {
  const headersOf = (failure: Error) => problemHeaders(problemOf(failure, setting()));
  expect(headersOf(new RefusedError({ code: 'locked', minutes: 3 }))).toMatchObject({ 'retry-after': '180' });
  expect(headersOf(new RefusedError({ code: 'too_many_requests', seconds: 7 }))).toMatchObject({
    'retry-after': '7',
  });
  expect(headersOf(new AppError('unavailable'))).toMatchObject({ 'retry-after': '2' });
  expect(headersOf(new AppError('unauthenticated'))['www-authenticate']).toBe('Bearer realm="pointmall"');
});

test('every status is one that HTTP has for a refusal or a fault', () => {
  const statuses = new Set<number>(Object.values(STATUS_BY_CODE));
  expect([...statuses].sort()).toEqual([
    400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 423, 429, 500, 503,
  ]);
});
