import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { NoticeChoice, NoticeLog, NoticesAnswer } from '../../../src/features/staff-notices/schemas.ts';
import { read, write } from '../api/client.ts';

export type { NoticeChoice };
export type NoticeLine = NoticeLog['items'][number];

const KEY = ['notices'] as const;
export const NOTICE_LOG_KEY = ['notices', 'log'] as const;
/** A letter that waits goes out with the next minute; until then the page looks again. */
const LOOKS_AGAIN_MS = 5_000;

export const noticesQuery = queryOptions({
  queryKey: [...KEY, 'own'],
  queryFn: ({ signal }) => read<NoticesAnswer>('/notices', {}, signal),
});

export const noticeLogQuery = infiniteQueryOptions({
  queryKey: NOTICE_LOG_KEY,
  queryFn: ({ pageParam, signal }) => read<NoticeLog>('/notices/log', { cursor: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(isOnItsWay) ? LOOKS_AGAIN_MS : false),
});

export const chooseNotices = (choice: NoticeChoice, key: string) =>
  write<NoticesAnswer>('/notices', { method: 'PUT', body: choice, key });

export const sendTestNotice = (_: null, key: string) => write('/notices/test', { method: 'POST', key });

function isOnItsWay({ state, dueAt }: NoticeLine): boolean {
  return state === 'waiting' && dueAt !== null && Date.parse(dueAt) < Date.now() + 60_000;
}
