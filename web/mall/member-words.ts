import { type Translate, translator } from '../../src/messages/translator.ts';
import type { Words } from './words.ts';

/** The words of the member's own pages, in the reader's language. */
export function memberWords({ locale }: Pick<Words, 'locale'>): Translate<'member'> {
  return translator(locale, 'member');
}
