import { queryOptions } from '@tanstack/react-query';
import type { ShopIcons } from '../../../src/domain/design/design.ts';
import type { DesignContent } from '../../../src/domain/design/look.ts';
import type { DesignAnswer, DesignVersionsAnswer } from '../../../src/features/design/schemas.ts';
import { read, write } from '../api/client.ts';

export type { DesignAnswer, ShopIcons };
export type DesignVersion = DesignVersionsAnswer['items'][number];

export const DESIGN_KEY = ['design'] as const;
export const DESIGN_VERSIONS_KEY = ['design-versions'] as const;
/** Half of the time for which an address works. */
const PREVIEW_FRESH_MS = 3_600_000;

export const designQuery = queryOptions({
  queryKey: DESIGN_KEY,
  queryFn: ({ signal }) => read<DesignAnswer>('/design', {}, signal),
});

export const designVersionsQuery = queryOptions({
  queryKey: DESIGN_VERSIONS_KEY,
  queryFn: ({ signal }) => read<DesignVersionsAnswer>('/design/versions', {}, signal),
});

export const designPreviewQuery = queryOptions({
  queryKey: ['design-preview'],
  queryFn: ({ signal }) => read<{ url: string; untilMs: number }>('/design/preview', {}, signal),
  staleTime: PREVIEW_FRESH_MS,
  refetchInterval: PREVIEW_FRESH_MS,
});

export type DraftSave = { content: DesignContent; draftVersion: string };

export function saveDraft({ content, draftVersion }: DraftSave, key: string): Promise<DesignAnswer> {
  return write('/design/draft', { method: 'PUT', body: { ...content, draftVersion }, key });
}

/** `leaving` lets the request outlive the page. */
export type DesignPublish = { draftVersion: string; icons: ShopIcons | null; leaving?: boolean };

export function publishDesign(
  { draftVersion, icons, leaving }: DesignPublish,
  key: string,
): Promise<DesignAnswer> {
  return write('/design/publish', {
    method: 'POST',
    body: { draftVersion, icons },
    key,
    ...(leaving ? { keepalive: true } : {}),
  });
}

export type DesignSchedule = { draftVersion: string; icons: ShopIcons | null; publishAtMs: number };

export function scheduleDesign(body: DesignSchedule, key: string): Promise<DesignAnswer> {
  return write('/design/schedule', { method: 'PUT', body, key });
}

export function unscheduleDesign(_: null, key: string): Promise<DesignAnswer> {
  return write('/design/schedule', { method: 'DELETE', key });
}

export type DesignRestore = { version: number; draftVersion: string };

export function restoreDesign({ version, draftVersion }: DesignRestore, key: string): Promise<DesignAnswer> {
  return write(`/design/versions/${version}/restore`, { method: 'POST', body: { draftVersion }, key });
}

export function storePicture(picture: File, key: string): Promise<{ pictureKey: string; url: string }> {
  return write('/pictures', { method: 'POST', body: picture, key });
}

/** Where the console shows a stored picture. */
export function pictureAddress(pictureKey: string | null): string | null {
  return pictureKey === null ? null : `/api/pictures/${pictureKey}`;
}
