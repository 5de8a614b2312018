import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { fieldErrors } from '../api/field-errors.ts';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { looksLikeEmail } from '../session/email.ts';
import { addMember, MEMBERS_KEY } from './api.ts';
import { memberName, newMemberFrom } from './model.ts';

type Props = { opened: boolean; onClose: () => void; search: string };

/** Enrols a member at the counter: a phone or an e-mail is enough, she claims the account by code later. */
export function AddMember({ opened, onClose, search }: Props) {
  const t = useTranslations('members');
  const common = useTranslations('common');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('add')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <AddForm onClose={onClose} search={search} />
    </Modal>
  );
}

/** Begins with what was searched for in vain. */
function AddForm({ onClose, search }: Omit<Props, 'opened'>) {
  const t = useTranslations('members');
  const navigate = useNavigate();
  const form = useForm({
    initialValues: newMemberFrom(search),
    validate: {
      phone: (phone, { email }) => (phone.trim() === '' && email.trim() === '' ? t('contactMissing') : null),
      email: (email) => (email.trim() === '' || looksLikeEmail(email) ? null : t('emailWrong')),
    },
  });
  const add = useSubmission({
    send: addMember,
    refresh: [MEMBERS_KEY],
    onSuccess({ value: member, isNew }) {
      notifyDone(t(isNew ? 'added' : 'wasMember', { name: memberName(member) }));
      onClose();
      void navigate({ to: '/members/$memberId', params: { memberId: member.id } });
    },
  });
  const submit = form.onSubmit((values) =>
    add.mutate(
      {
        phone: values.phone.trim() || null,
        email: values.email.trim() || null,
        displayName: values.displayName.trim() || null,
      },
      {
        onError: (error) =>
          form.setErrors(fieldErrors(error, values, (field) => t(`fieldWrong.${fieldOf(field)}`))),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text c="dimmed">{t('addHint')}</Text>
        <TextInput
          label={t('phone')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('phone')}
        />
        <TextInput label={t('email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
        <TextInput
          label={t('displayName')}
          maxLength={80}
          autoComplete="off"
          {...form.getInputProps('displayName')}
        />
        <ProblemAlert error={add.error} values={form.values} />
        <Button type="submit" loading={add.isPending}>
          {t('addSubmit')}
        </Button>
      </Stack>
    </form>
  );
}

function fieldOf(field: string): 'phone' | 'email' | 'displayName' {
  return field === 'email' || field === 'displayName' ? field : 'phone';
}
