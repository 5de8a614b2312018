import { expect, test } from 'vitest';
import { readTyped } from '../../../src/domain/member-code/read-typed.ts';

test.each([
  ['1234 5674', { by: 'number', number: '12345674' }],
  ['１２３４５６７４', { by: 'number', number: '12345674' }],
  ['12345675', { by: 'mistyped_number', digits: '12345675' }],
  ['8000', { by: 'digits', digits: '8000' }],
  ['13-8000', { by: 'digits', digits: '138000' }],
  ['138 0013 8000', { by: 'contact', text: '13800138000' }],
  ['+86 138 0013 8000', { by: 'contact', text: '+8613800138000' }],
  ['Lin@Example.com ', { by: 'contact', text: 'Lin@Example.com' }],
  ['123', { by: 'contact', text: '123' }],
  ['https://elsewhere.example/c/abc', { by: 'contact', text: 'https://elsewhere.example/c/abc' }],
])('%s is read as what it looks like', (typed, read) => {
  expect(readTyped(typed)).toEqual(read);
});
