import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../api/client.ts';
import type { Scope } from './scopes.ts';

export type ApiKey = {
  id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** The key itself is in this answer and nowhere else, ever; a repeated request is told null. */
export type CreatedApiKey = ApiKey & { key: string | null };

export const API_KEYS_KEY = ['api-keys'] as const;

export const apiKeysQuery = queryOptions({
  queryKey: API_KEYS_KEY,
  queryFn: ({ signal }) => read<{ items: ApiKey[] }>('/api-keys', {}, signal),
});

export function createApiKey(input: { name: string; scopes: Scope[] }, key: string): Promise<CreatedApiKey> {
  return write('/api-keys', { method: 'POST', body: input, key });
}

export function revokeApiKey({ id }: { id: string }, key: string): Promise<ApiKey> {
  return write(`/api-keys/${id}/revoke`, { method: 'POST', key });
}
