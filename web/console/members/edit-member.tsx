import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl/react';
import { fieldErrors } from '../api/field-errors.ts';
import { problemOf } from '../api/problem.ts';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { looksLikeEmail } from '../session/email.ts';
import { changeMember, MEMBERS_KEY, type Member } from './api.ts';

type Props = { onClose: () => void; member: Member };

/** Corrects a member's name, phone and e-mail. */
export function EditMember({ onClose, member }: Props) {
  const t = useTranslations('members');
  const common = useTranslations('common');
  const form = useForm({
    initialValues: {
      displayName: member.displayName,
      phone: member.phone ?? '',
      email: member.email ?? '',
    },
    validate: {
      phone: (phone, { email }) =>
        phone.trim() === '' && email.trim() === '' && member.externalId === null ? t('contactMissing') : null,
      email: (email) => (email.trim() === '' || looksLikeEmail(email) ? null : t('fieldWrong.email')),
    },
  });
  const change = useSubmission({
    send: changeMember,
    refresh: [MEMBERS_KEY],
    onSuccess() {
      notifyDone(common('saved'));
      onClose();
    },
  });
  const isTaken = problemOf(change.error).code === 'identifier-taken';
  const submit = form.onSubmit((values) =>
    change.mutate(
      {
        memberId: member.id,
        displayName: values.displayName.trim(),
        phone: values.phone.trim() || null,
        email: values.email.trim() || null,
      },
      {
        onError: (error) => {
          const taken = problemOf(error).code === 'identifier-taken';
          const words = (field: string) => {
            const name = field === 'email' || field === 'displayName' ? field : 'phone';
            return taken ? t('contactTaken') : t(`fieldWrong.${name}`);
          };
          form.setErrors(fieldErrors(error, values, words));
        },
      },
    ),
  );
  return (
    <Modal opened onClose={onClose} title={t('edit')} closeButtonProps={{ 'aria-label': common('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('displayName')}
            maxLength={80}
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('displayName')}
          />
          <TextInput
            label={t('phone')}
            type="tel"
            inputMode="tel"
            autoComplete="off"
            {...form.getInputProps('phone')}
          />
          <TextInput label={t('email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
          <Text size="sm" c="dimmed">
            {t('editHint')}
          </Text>
          {!isTaken && <ProblemAlert error={change.error} />}
          <Button type="submit" loading={change.isPending}>
            {common('save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
