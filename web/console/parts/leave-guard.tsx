import { useBlocker } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { Confirm } from './confirm.tsx';

/** Asks before edits that are not saved are left behind: by a link, by Back, and by closing the tab. */
export function LeaveGuard({ edited }: { edited: boolean }) {
  const t = useTranslations('common');
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => edited && current.pathname !== next.pathname,
    enableBeforeUnload: edited,
    withResolver: true,
  });
  return (
    <Confirm
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('leaveTitle')}
      detail={t('leaveDetail')}
      back={t('leaveStay')}
      action={t('leave')}
      pending={false}
      error={null}
      onConfirm={() => blocker.proceed?.()}
      dangerous
    />
  );
}
