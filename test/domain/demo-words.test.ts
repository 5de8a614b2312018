import { expect, test } from 'vitest';
import { lamplight } from '../../scripts/demo/shops/lamplight.ts';
import { mianyu } from '../../scripts/demo/shops/mianyu.ts';
import { mutang } from '../../scripts/demo/shops/mutang.ts';

test('the demo’s Chinese has Chinese punctuation', () => {
  const texts = [mianyu, mutang, lamplight].flatMap(({ words, people }) => [
    ...Object.values(words).flatMap((text) => Object.values(text)),
    ...people.flatMap(({ shows, given }) => [shows, ...given.map(({ note }) => note)]),
  ]);
  const narrow = /\p{Script=Han}[,;:?!()]|[,;?!]\p{Script=Han}/u;
  expect(texts.filter((text) => narrow.test(text ?? ''))).toEqual([]);
});
