import { LOCALES, type LocalizedText } from '../locale.ts';
import type { RewardDraft } from './reward.ts';

/** The longest name that a reward may have. */
const NAME_CHARACTERS_MAX = 80;
const MARKS = { 'zh-CN': '（副本）', 'zh-TW': '（副本）', en: ' (copy)' } as const;

/** The draft of a copy: everything as it is but the name, which says in each language that it is one. */
export function copyOf(draft: RewardDraft): RewardDraft {
  const names: LocalizedText = {};
  for (const locale of LOCALES) {
    const name = draft.names[locale];
    if (name)
      names[locale] = `${shortened(name, NAME_CHARACTERS_MAX - MARKS[locale].length)}${MARKS[locale]}`;
  }
  return { ...draft, names };
}

/** Cut between characters and never through one. */
function shortened(name: string, length: number): string {
  return name.length <= length ? name : name.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
