import { expect, test } from 'vitest';
import { flawOf, isComplete, type ProfileForm, readAnswers } from '../../src/domain/profile-form.ts';
import { linesOf, missingIn, questionOf, typedOf, withWords } from '../../web/console/profile-form/model.ts';

const option = (id: string) => ({ id, text: { 'zh-CN': id.toUpperCase() } });
const SIZE = { id: 'size', text: { 'zh-CN': '尺码？' }, options: [option('s'), option('m')] };
const COLOUR = { id: 'colour', text: { 'zh-CN': '颜色？' }, options: [] };
const FORM: ProfileForm = { questions: [SIZE, COLOUR], points: 20 };

test.each([
  [
    { size: 'm', colour: ' 绿 ' },
    { size: 'm', colour: '绿' },
  ],
  [{ size: 'xl', colour: '绿' }, { colour: '绿' }],
  [{ size: 'm', colour: 'x'.repeat(81) }, { size: 'm' }],
  [{ size: 'm', shoe: '39' }, { size: 'm' }],
  [{}, {}],
])('of %j these answer what is asked: %j', (typed, expected) => {
  expect(readAnswers(FORM, typed)).toEqual(expected);
});

test('a form is complete once all is answered, and never where nothing is asked', () => {
  const told = [
    isComplete(FORM, { size: 'm', colour: '绿' }),
    isComplete(FORM, { size: 'm' }),
    isComplete({ questions: [], points: 20 }, {}),
  ];
  expect(told).toEqual([true, false, false]);
});

test.each([
  [[SIZE, SIZE], { field: 'questions', reason: 'question_named_twice' }],
  [[{ ...SIZE, text: { en: ' ' } }], { field: 'questions.0.text', reason: 'missing' }],
  [
    [COLOUR, { ...SIZE, options: [option('s')] }],
    { field: 'questions.1.options', reason: 'one_is_no_choice' },
  ],
  [
    [{ ...SIZE, options: [option('s'), option('s')] }],
    { field: 'questions.0.options', reason: 'option_named_twice' },
  ],
  [
    [{ ...SIZE, options: [option('s'), { id: 'm', text: {} }] }],
    { field: 'questions.0.options', reason: 'missing' },
  ],
  [[SIZE, COLOUR], null],
])('the questions %j: %j', (questions, expected) => {
  expect(flawOf({ questions, points: 0 })).toEqual(expected);
});

test('an option whose words stay keeps its answers, and other words are another option', () => {
  const edited = withWords(SIZE.options, ['M', 'L'], { locale: 'zh-CN', makeId: () => 'new' });
  expect(edited).toEqual([option('m'), { id: 'new', text: { 'zh-CN': 'L' } }]);
});

test('what is not filled in is said by question, and a question is saved as it was read', () => {
  const blank = { id: 'blank', text: {}, kind: 'text' as const, options: [] };
  const single = { ...typedOf(SIZE), id: 'single', options: [option('s')] };
  expect([...missingIn([typedOf(SIZE), blank, single])]).toEqual([
    ['blank', 'text'],
    ['single', 'options'],
  ]);
  expect([SIZE, COLOUR].map(typedOf).map(questionOf)).toEqual([SIZE, COLOUR]);
});

test('answers to choose from stand one to a line; empty lines and repetitions are none', () => {
  expect(linesOf(' S \n\nM\nS\n')).toEqual(['S', 'M']);
});
