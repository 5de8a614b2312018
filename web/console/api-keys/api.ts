import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../api/client.ts';

export type ApiKey = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** The key itself is in this answer and nowhere else, ever. */
export type CreatedApiKey = ApiKey & { key: string };

export const API_KEYS_KEY = ['api-keys'] as const;

export const apiKeysQuery = queryOptions({
  queryKey: API_KEYS_KEY,
  queryFn: ({ signal }) => read<{ items: ApiKey[] }>('/api-keys', {}, signal),
});

export function createApiKey(input: { name: string; scopes: string[] }, key: string): Promise<CreatedApiKey> {
  return write('/api-keys', { method: 'POST', body: input, key });
}

export function revokeApiKey({ id }: { id: string }, key: string): Promise<ApiKey> {
  return write(`/api-keys/${id}/revoke`, { method: 'POST', key });
}
