import { expect, test } from 'vitest';
import { STATES } from './states.tsx';

/** The opening tags of the buttons that belong to a form by name, in the order of the page. */
const buttonsOf = (html: string, form: string) =>
  [...html.matchAll(/<button\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(` form="${form}"`));

test('Enter in a field sends the form, and does not take it to another language', () => {
  const kept = Object.entries(STATES).flatMap(([name, draw]) => {
    const html = draw('en');
    const forms = [...new Set([...html.matchAll(/ form="([^"]+)"/g)].map(([, id]) => id ?? ''))];
    return forms.map((form) => ({ name, first: buttonsOf(html, form)[0] ?? '' }));
  });
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.filter(({ first }) => /formaction|data-aside/.test(first))).toEqual([]);
});
