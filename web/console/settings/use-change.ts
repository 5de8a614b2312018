import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ME_KEY } from '../session/session.ts';
import { changeSettings, SETTINGS_KEY, settingsQuery } from './api.ts';

/** Saves one section; `onSaved` lets go of what was typed. */
export function useChange(onSaved: () => void) {
  const common = useTranslations('common');
  const client = useQueryClient();
  return useSubmission({
    send: changeSettings,
    refresh: [SETTINGS_KEY, ME_KEY],
    onSuccess(found) {
      client.setQueryData(settingsQuery.queryKey, found);
      onSaved();
      notifyDone(common('saved'));
    },
  });
}
