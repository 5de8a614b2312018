import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ME_KEY, useShop } from '../session/session.ts';
import { takeBackClosing } from './api.ts';

/** Keeps the shop open, or opens it again. */
export function useTakeBack() {
  const t = useTranslations('shell.closing');
  const { shop } = useShop();
  const wasClosed = shop.closing?.isClosed ?? false;
  return useSubmission({
    send: takeBackClosing,
    refresh: [ME_KEY],
    onSuccess: () => notifyDone(t(wasClosed ? 'reopened' : 'kept')),
  });
}
