import type { Child } from 'hono/jsx';
import type { TextInLanguage } from '../../src/messages/localized-text.ts';
import { SLOT } from './slot.ts';
import type { Words } from './words.ts';

/** A merchant's text; `lang` stands on it where it is not the page's language. */
export function Said({ words, text }: { words: Words; text: TextInLanguage }) {
  return text.lang === words.locale ? <>{text.text}</> : <span lang={text.lang}>{text.text}</span>;
}

export { SLOT } from './slot.ts';

/** A message with an element where each argument was `SLOT`, so that a name keeps its own language. */
export function Mixed({ message, children }: { message: string; children: Child }) {
  const elements = Array.isArray(children) ? children : [children];
  return (
    <>
      {message.split(SLOT).map((text, position) => (
        <>
          {text}
          {elements[position]}
        </>
      ))}
    </>
  );
}
