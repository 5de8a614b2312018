import type { QuestionTab } from './api.ts';

/** What of the inbox its address shows; what waits is shown where nothing is said. */
export function questionsSearch(search: Record<string, unknown>): { tab?: QuestionTab } {
  return search.tab === 'answered' ? { tab: 'answered' } : {};
}
