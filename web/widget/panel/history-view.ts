import type { Entry, EntryPage } from '../answers.ts';
import { h } from '../dom.ts';
import { fill } from '../fill.ts';
import { nameOf, type Panel, trouble, type View, viewHead } from './parts.ts';

const PAGE_ENTRIES = 20;

/** Every movement of her points with its reason, newest first, as far back as she asks. */
export function historyView(panel: Panel): View {
  const { words, format, shop } = panel;
  const unit = format?.unit ?? '';
  const list = h('ul', { class: 'history' });
  const foot = h('div', { class: 'foot' });
  const title = fill(words.history, { unit: format?.unitTitle ?? '' });
  const body = h('div', { class: 'view' }, viewHead(panel, title), list, foot);
  void more(null);
  return { body, redraw: null };

  async function more(cursor: string | null): Promise<void> {
    foot.replaceChildren(h('p', { class: 'small', role: 'status' }, words.loading));
    const query = `&limit=${PAGE_ENTRIES}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const answer = await shop.ask<EntryPage>('/me/entries', {}, { query });
    if (answer.kind !== 'ok') {
      const why = answer.kind === 'refused' ? answer.problem.detail : words.historyFailed;
      foot.replaceChildren(trouble(why, { words: words.retry, act: () => void more(cursor) }));
      return;
    }
    const { items, nextCursor } = answer.value;
    const fresh = items.map(row);
    list.append(...fresh);
    if (nextCursor === null)
      foot.replaceChildren(
        h(
          'p',
          { class: 'small', role: 'status' },
          list.children.length > 0 ? words.end : fill(words.historyEmpty, { unit }),
        ),
      );
    else
      foot.replaceChildren(
        h(
          'button',
          { type: 'button', class: 'button quiet', onclick: () => void more(nextCursor) },
          words.older,
        ),
      );
    // The button that was pressed is gone: go on at what it brought.
    if (cursor !== null) fresh[0]?.focus();
  }

  function row({ at, points, balanceAfter, label, subject, why }: Entry): HTMLElement {
    const about = subject && nameOf({ name: subject.text, nameLocale: subject.locale });
    return h(
      'li',
      { tabindex: -1 },
      h('span', { class: 'label' }, label, about && ' ', about),
      h('span', { class: points > 0 ? 'change gain' : 'change' }, format?.signed(points) ?? ''),
      h(
        'span',
        { class: 'small' },
        `${format?.dateTime(Date.parse(at), Date.now()) ?? ''} · ${fill(words.balanceThen, { points: format?.points(balanceAfter) ?? '' })}`,
      ),
      why.length > 0 &&
        h('details', {}, h('summary', {}, words.why), ...why.map((line) => h('p', { class: 'small' }, line))),
    );
  }
}
