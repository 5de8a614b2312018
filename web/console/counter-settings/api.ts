import { queryOptions } from '@tanstack/react-query';
import type { CounterAnswer, CounterSettingsInput } from '../../../src/features/counter/schemas.ts';
import { read, write } from '../api/client.ts';

export type { CounterAnswer, CounterSettingsInput };

/** Everything that the counter shows stands under this. */
export const COUNTER_KEY = ['counter'] as const;

export const counterSettingsQuery = queryOptions({
  queryKey: [...COUNTER_KEY, 'change'],
  queryFn: ({ signal }) => read<CounterAnswer>('/counter', {}, signal),
});

export function changeCounter(input: CounterSettingsInput, key: string): Promise<CounterAnswer> {
  return write('/counter/settings', { method: 'PUT', body: input, key });
}
