import { describe, expect, test } from 'vitest';
import { fieldErrors } from '../../web/console/api/field-errors.ts';
import { isSaidAtFields, ownWordsOf } from '../../web/console/api/own-words.ts';
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

describe('the console says a refusal in its own words', () => {
  const refused = (code: string, ...fields: string[]) =>
    problemFrom(400, { code, detail: 'x', errors: fields.map((field) => ({ field, reason: 'x' })) }, null);

  test.each([
    [
      'one field that has a label',
      refused('invalid-input', 'pointsEach'),
      { key: 'field', field: 'pointsEach' },
    ],
    ['a field within it', refused('invalid-input', 'contact.email'), { key: 'field', field: 'contact' }],
    ['a field without a label', refused('invalid-input', '(body)'), { key: 'someField' }],
    ['several', refused('invalid-input', 'phone', 'email'), { key: 'someField' }],
    [
      'more points than an account holds',
      problemFrom(400, { code: 'invalid-input', field: 'lines', reason: 'balance_limit', detail: 'x' }, null),
      { key: 'balanceLimit' },
    ],
    ['no rules yet', refused('invalid-input', 'programme'), { key: 'noProgramme' }],
    ['another purchase under a receipt', refused('order-changed', 'lines'), { key: 'orderChanged' }],
    ['more points than the member has', refused('insufficient-points'), { key: 'insufficientPoints' }],
    ['anything else', refused('sold-out'), null],
  ])('about %s', (_about, problem, words) => {
    expect(ownWordsOf(problem)).toEqual(words);
  });

  test('that stands at the fields of a form is not said twice', () => {
    const problem = refused('invalid-input', 'phone');
    expect([isSaidAtFields(problem, { phone: '' }), isSaidAtFields(problem, { email: '' })]).toEqual([
      true,
      false,
    ]);
  });
});
