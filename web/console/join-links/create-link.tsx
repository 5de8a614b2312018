import { Group, Paper, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl/react';
import { JOIN_LINK_NAME_MAX } from '../../../src/domain/join-link.ts';
import { fieldErrors } from '../api/field-errors.ts';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { createJoinLink, JOIN_LINKS_KEY } from './api.ts';

/** One field: what the link is for. */
export function CreateLink() {
  const t = useTranslations('joinLinks');
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() === '' ? t('nameMissing') : null) },
  });
  const create = useSubmission({
    send: createJoinLink,
    refresh: [JOIN_LINKS_KEY],
    onSuccess() {
      notifyDone(t('created'));
      form.reset();
    },
  });
  const submit = form.onSubmit(({ name }) =>
    create.mutate(
      { name: name.trim() },
      { onError: (error) => form.setErrors(fieldErrors(error, { name }, () => t('tooMany'))) },
    ),
  );
  return (
    <Paper withBorder p="md">
      <form onSubmit={submit} noValidate>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('name')}
            placeholder={t('namePlaceholder')}
            maxLength={JOIN_LINK_NAME_MAX}
            style={{ flex: '1 1 220px' }}
            {...form.getInputProps('name')}
          />
          <SubmitButton pending={create.isPending}>{t('create')}</SubmitButton>
        </Group>
      </form>
      {create.isError && !form.errors.name && <ProblemAlert error={create.error} />}
    </Paper>
  );
}
