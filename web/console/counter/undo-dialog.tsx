import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { MEMBERS_KEY } from '../members/api.ts';
import { Confirm } from '../parts/confirm.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { useBackCloses } from '../parts/use-back-steps.tsx';
import { useFormat } from '../session/use-format.ts';
import { COUNTER_KEY } from './api.ts';
import { undoGrant } from './recent.ts';

export type Undoing = { grantId: string; name: string; points: number };

/** Asks once before a grant is taken back whole. */
export function UndoDialog({ undoing, onClose }: { undoing: Undoing | null; onClose: () => void }) {
  const t = useTranslations('counter');
  const format = useFormat();
  const undo = useSubmission({
    send: undoGrant,
    refresh: [COUNTER_KEY, MEMBERS_KEY],
    onSuccess() {
      notifyDone(t('undone', { name: undoing?.name ?? '', points: format.points(undoing?.points ?? 0) }));
      onClose();
    },
  });
  const close = () => {
    undo.reset();
    onClose();
  };
  useBackCloses(undoing !== null, close);
  return (
    <Confirm
      opened={undoing !== null}
      onClose={close}
      title={t('undoTitle')}
      detail={t('undoDetail', { name: undoing?.name ?? '', points: format.points(undoing?.points ?? 0) })}
      action={t('undo')}
      pending={undo.isPending}
      error={undo.error}
      onConfirm={() => undoing && undo.mutate({ grantId: undoing.grantId })}
    />
  );
}
