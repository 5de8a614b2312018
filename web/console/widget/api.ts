import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  createdSigningKeySchema,
  SigningKeyAnswer,
  WidgetSettings,
} from '../../../src/features/widget/schemas.ts';
import { read, write } from '../api/client.ts';

export type { WidgetSettings };
export type SigningKey = SigningKeyAnswer;

/** The secret is in this answer and nowhere else, ever; a repeated request is told null. */
export type CreatedSigningKey = z.infer<typeof createdSigningKeySchema>;

export const WIDGET_KEY = ['widget'] as const;

export const widgetQuery = queryOptions({
  queryKey: WIDGET_KEY,
  queryFn: ({ signal }) => read<WidgetSettings>('/widget', {}, signal),
});

export function allowOrigin(input: { origin: string }, key: string): Promise<{ origins: string[] }> {
  return write('/widget/origins', { method: 'POST', body: input, key });
}

export function removeOrigin(input: { origin: string }, key: string): Promise<{ origins: string[] }> {
  return write('/widget/origins/remove', { method: 'POST', body: input, key });
}

export function createSigningKey(
  input: { name: string; publicKey: string | null },
  key: string,
): Promise<CreatedSigningKey> {
  return write('/widget/keys', { method: 'POST', body: input, key });
}

export function revokeSigningKey({ id }: { id: string }, key: string): Promise<SigningKey> {
  return write(`/widget/keys/${id}/revoke`, { method: 'POST', key });
}
