import { Button, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl/react';
import { FREEZE_REASONS, type FreezeReason } from '../../../src/domain/ledger/freeze.ts';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { freezeMember, MEMBERS_KEY, type Member } from './api.ts';
import { memberName } from './model.ts';

/** Freezes a member's account or undoes it, with a reason for the shop's own log. */
export function FreezeMember({
  member,
  freezes,
  onClose,
}: {
  member: Member;
  freezes: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('members');
  const common = useTranslations('common');
  const reasons = FREEZE_REASONS.filter((reason) => freezes !== (reason === 'cleared'));
  const form = useForm<{ reason: FreezeReason; note: string }>({
    initialValues: { reason: reasons[0] ?? 'other', note: '' },
  });
  const name = memberName(member);
  const freeze = useSubmission({
    send: freezeMember,
    refresh: [MEMBERS_KEY],
    onSuccess() {
      notifyDone(t(freezes ? 'frozenDone' : 'unfrozenDone', { name }));
      onClose();
    },
  });
  const submit = form.onSubmit(({ reason, note }) =>
    freeze.mutate({ memberId: member.id, freezes, reason, note: note.trim() || null }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(freezes ? 'freezeOf' : 'unfreezeOf', { name })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text>{t(freezes ? 'freezeHint' : 'unfreezeHint')}</Text>
          <NativeSelect
            label={t('reason')}
            data={reasons.map((value) => ({ value, label: t(`freezeReasons.${value}`) }))}
            {...form.getInputProps('reason')}
          />
          <TextInput label={t('note')} maxLength={200} autoComplete="off" {...form.getInputProps('note')} />
          <ProblemAlert error={freeze.error} values={form.values} />
          <Button type="submit" {...(freezes && { color: 'red' })} loading={freeze.isPending}>
            {t(freezes ? 'freeze' : 'unfreeze')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
