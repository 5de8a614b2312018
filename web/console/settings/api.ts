import { queryOptions } from '@tanstack/react-query';
import type { ChangeSettingsInput, SettingsAnswer } from '../../../src/features/settings/schemas.ts';
import { read, write } from '../api/client.ts';

export type { ChangeSettingsInput, SettingsAnswer };

export const SETTINGS_KEY = ['settings'] as const;

export const settingsQuery = queryOptions({
  queryKey: SETTINGS_KEY,
  queryFn: ({ signal }) => read<SettingsAnswer>('/settings', {}, signal),
});

export function changeSettings(change: ChangeSettingsInput, key: string): Promise<SettingsAnswer> {
  return write('/settings', { method: 'PATCH', body: change, key });
}
