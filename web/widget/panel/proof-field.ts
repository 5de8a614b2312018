import { h } from '../dom.ts';
import type { Panel } from './parts.ts';

/** The field for the code that a large redemption asks for: hidden until it does. */
export function proofField(words: Panel['words'], sendAgain: () => void) {
  const input = h('input', {
    id: 'pm-code',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: 12,
  });
  const again = h(
    'button',
    {
      type: 'button',
      class: 'link',
      onclick() {
        input.value = '';
        sendAgain();
      },
    },
    words.proofAgain,
  );
  const label = h('label', { for: 'pm-code' }, words.proofCode);
  const element = h('div', { class: 'field proof' }, label, input, again);
  element.hidden = true;
  return {
    element,
    /** What is typed; empty where no code was asked for. */
    read: (): string => input.value.trim(),
    ask(): void {
      element.hidden = false;
      input.value = '';
      input.focus();
    },
  };
}
