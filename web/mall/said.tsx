import type { Child } from 'hono/jsx';
import { runsFromRight } from '../../src/messages/isolated.ts';
import type { TextInLanguage } from '../../src/messages/localized-text.ts';
import { SLOT } from './slot.ts';
import type { Words } from './words.ts';

type Props = {
  words: Words;
  text: TextInLanguage;
  /** The text as it is drawn, where that is more than its characters. */
  children?: Child;
};

/** A merchant's text; `lang` stands on it where it is not the page's language, and its direction is its own. */
export function Said({ words, text, children = text.text }: Props) {
  const lang = text.lang === words.locale ? undefined : text.lang;
  if (runsFromRight(text.text)) return <bdi lang={lang}>{children}</bdi>;
  return lang ? <span lang={lang}>{children}</span> : <>{children}</>;
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
