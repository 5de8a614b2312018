import { describe, expect, test } from 'vitest';
import { fieldErrors } from '../../web/console/api/field-errors.ts';
import { isPassing, ProblemError, problemFrom } from '../../web/console/api/problem.ts';

describe('a failed answer', () => {
  test('is read from problem+json with its code, words, request and fields', () => {
    const body = {
      type: 'https://pointmall.dev/problems/invalid-input',
      code: 'invalid-input',
      title: 'Check what was entered',
      detail: 'The field “email” can’t be used as it is.',
      instance: 'req_1',
      errors: [{ field: 'email', reason: 'too_long' }],
    };
    expect(problemFrom(400, body, null)).toEqual({
      status: 400,
      code: 'invalid-input',
      title: 'Check what was entered',
      detail: 'The field “email” can’t be used as it is.',
      requestId: 'req_1',
      fields: { email: 'too_long' },
    });
  });

  test.each([
    ['better-auth’s own form', { code: 'INVALID_OTP', message: 'Invalid OTP' }, 'invalid-otp'],
    ['a page of a proxy', null, 'unknown'],
    ['a bare type', { type: 'https://pointmall.dev/problems/sold-out' }, 'sold-out'],
  ])('has a code in %s', (_form, body, code) => {
    expect(problemFrom(400, body, null).code).toBe(code);
  });

  test.each([
    [0, true],
    [400, false],
    [409, false],
    [429, true],
    [500, true],
    [503, true],
  ])('with status %i passes by itself: %s', (status, passing) => {
    expect(isPassing(problemFrom(status, null, null))).toBe(passing);
  });
});

describe('words for fields', () => {
  const refused = (body: object) => new ProblemError(problemFrom(400, body, null));

  test('go to the fields of the form that the server names, paths included', () => {
    const error = refused({
      errors: [
        { field: 'names.en', reason: 'x' },
        { field: 'other', reason: 'x' },
      ],
    });
    expect(fieldErrors(error, { names: '' }, (field) => `wrong ${field}`)).toEqual({ names: 'wrong names' });
  });

  test('are the refusal’s own where it is about one field', () => {
    const error = refused({ code: 'slug-taken', detail: 'This address is taken.' });
    expect(fieldErrors(error, { slug: 'a' }, () => '')).toEqual({ slug: 'This address is taken.' });
  });

  test('are none for a fault that names no field', () => {
    expect(fieldErrors(new Error('offline'), { slug: 'a' }, () => 'x')).toEqual({});
  });
});
