import { Box, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { changeSettings, SETTINGS_KEY, type SettingsAnswer, settingsQuery } from './api.ts';

/** Keys and the widget are offered to those who connect a system of their own, and to nobody else. */
export function DevelopersSwitch({ settings }: { settings: SettingsAnswer }) {
  const t = useTranslations('settings');
  const client = useQueryClient();
  const change = useSubmission({
    send: changeSettings,
    refresh: [SETTINGS_KEY],
    onSuccess: (found) => client.setQueryData(settingsQuery.queryKey, found),
  });
  return (
    <Box className="settingRow" px="md" py={12}>
      <Switch
        size="lg"
        labelPosition="left"
        styles={{
          body: { justifyContent: 'space-between', alignItems: 'center' },
          label: { fontSize: 'var(--mantine-font-size-md)', fontWeight: 600 },
          description: { fontSize: 'var(--mantine-font-size-sm)' },
        }}
        label={t('developers.title')}
        description={t('developers.what')}
        checked={settings.developers}
        disabled={change.isPending}
        onChange={({ currentTarget: { checked } }) =>
          change.mutate({ section: 'developers', value: checked, seen: settings.settings.developers })
        }
      />
      <ProblemAlert error={change.error} />
    </Box>
  );
}
