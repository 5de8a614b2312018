import { Alert, Button, Checkbox, Code, CopyButton, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { fieldErrors } from '../api/field-errors.ts';
import { useSubmission } from '../api/use-submission.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { API_KEYS_KEY, createApiKey } from './api.ts';
import { isScope, KEY_SCOPES, USUAL_SCOPES } from './scopes.ts';

/** Makes a key and shows it this once; closing is what forgets it. */
export function CreateKey({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('apiKeys');
  const common = useTranslations('common');
  const problems = useTranslations('problems');
  /** Empty when the server had made the key before but its answer was lost: nobody can show it again. */
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: '', scopes: [...USUAL_SCOPES] as string[] },
    validate: {
      name: (name) => (name.trim() === '' ? t('nameMissing') : null),
      scopes: (scopes) => (scopes.length === 0 ? t('scopesMissing') : null),
    },
  });
  const create = useSubmission({
    send: createApiKey,
    refresh: [API_KEYS_KEY],
    onSuccess: (created) => setSecret(created.key ?? ''),
  });
  const close = () => {
    onClose();
    setSecret(null);
    form.reset();
    create.reset();
  };
  const submit = form.onSubmit((values) =>
    create.mutate(
      { name: values.name.trim(), scopes: values.scopes.filter(isScope) },
      { onError: (error) => form.setErrors(fieldErrors(error, values, () => problems('field'))) },
    ),
  );
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('create')}
      closeOnClickOutside={secret === null}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {secret === null ? (
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput
              label={t('name')}
              description={t('nameHint')}
              data-autofocus
              required
              maxLength={60}
              {...form.getInputProps('name')}
            />
            <Checkbox.Group label={t('may')} {...form.getInputProps('scopes')}>
              <Stack gap="xs" mt="xs">
                {KEY_SCOPES.map((scope) => (
                  <Checkbox key={scope} value={scope} size="md" label={t(`scopes.${scope}`)} />
                ))}
              </Stack>
            </Checkbox.Group>
            <ProblemAlert error={create.error} />
            <Button type="submit" loading={create.isPending}>
              {t('create')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Alert color="orange" variant="light">
            <Text c="var(--mantine-color-text)">{secret === '' ? t('lost') : t('shownOnce')}</Text>
          </Alert>
          {secret !== '' && <Secret secret={secret} />}
          <Button variant="default" onClick={close}>
            {t('kept')}
          </Button>
        </Stack>
      )}
    </Modal>
  );
}

function Secret({ secret }: { secret: string }) {
  const t = useTranslations('apiKeys');
  return (
    <>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} fz="md">
        {secret}
      </Code>
      <CopyButton value={secret} timeout={2000}>
        {({ copied, copy }) => <Button onClick={copy}>{copied ? t('copied') : t('copy')}</Button>}
      </CopyButton>
    </>
  );
}
