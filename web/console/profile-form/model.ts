import { LOCALES, type Locale, type LocalizedText } from '../../../src/domain/locale.ts';
import { PROFILE_LIMITS, type ProfileQuestion } from '../../../src/domain/profile-form.ts';

/** A question as it is typed: its options stand one to a line, in the language that is edited. */
export type TypedQuestion = {
  id: string;
  text: LocalizedText;
  kind: 'choice' | 'text';
  options: ProfileQuestion['options'];
};

export const newId = (): string => crypto.randomUUID().slice(0, 8);

export function typedOf({ id, text, options }: ProfileQuestion): TypedQuestion {
  return { id, text, options, kind: options.length > 0 ? 'choice' : 'text' };
}

export function questionOf({ id, text, kind, options }: TypedQuestion): ProfileQuestion {
  return { id, text: written(text), options: kind === 'choice' ? options.map(tidied) : [] };
}

const tidied = ({ id, text }: ProfileQuestion['options'][number]) => ({ id, text: written(text) });

function written(text: LocalizedText): LocalizedText {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const words = text[locale]?.trim();
      return words ? [[locale, words]] : [];
    }),
  );
}

/** The options' words in one language, for a field that takes several words. */
export function wordsOf(options: ProfileQuestion['options'], locale: Locale): string[] {
  return options.map(({ text }) => text[locale] ?? Object.values(text).find(Boolean) ?? '');
}

/** What stands on lines of its own; the same twice is one answer, and what is too long is cut. */
export function linesOf(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim().slice(0, PROFILE_LIMITS.optionCharacters).trim())
    .filter((line) => line !== '');
  return [...new Set(lines)].slice(0, PROFILE_LIMITS.options);
}

/** The options after their words were edited: one whose words stay is the same option, other words are a new one. */
export function withWords(
  options: ProfileQuestion['options'],
  words: readonly string[],
  { locale, makeId }: { locale: Locale; makeId: () => string },
): ProfileQuestion['options'] {
  const before = new Map(wordsOf(options, locale).map((word, place) => [word, options[place]]));
  return words.map((word) => before.get(word) ?? { id: makeId(), text: { [locale]: word } });
}

/** What is not filled in yet, by question; empty where all may be saved. */
export function missingIn(questions: readonly TypedQuestion[]): Map<string, 'text' | 'options'> {
  const missing = questions.flatMap((typed): [string, 'text' | 'options'][] => {
    const { text, options } = questionOf(typed);
    if (Object.keys(text).length === 0) return [[typed.id, 'text']];
    return typed.kind === 'choice' && options.length < 2 ? [[typed.id, 'options']] : [];
  });
  return new Map(missing);
}
