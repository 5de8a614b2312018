import { Modal, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { fieldErrors } from '../api/field-errors.ts';
import { useSubmission } from '../api/use-submission.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { type CreatedSigningKey, createSigningKey, WIDGET_KEY } from './api.ts';
import { CreatedKey } from './created-key.tsx';
import { publicKeyFault } from './model.ts';

/** Makes a secret and shows it this once, or takes the public half of the merchant's own key. */
export function CreateSigningKey({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('widget');
  const common = useTranslations('common');
  const [created, setCreated] = useState<CreatedSigningKey | null>(null);
  const form = useForm({
    initialValues: { name: '', kind: 'secret', publicKey: '' },
    validate: {
      name: (name) => (name.trim() === '' ? t('keyNameMissing') : null),
      publicKey: (text, { kind }) => {
        const fault = kind === 'own' ? publicKeyFault(text) : null;
        return fault && t(`publicKeyFault.${fault}`);
      },
    },
  });
  const create = useSubmission({ send: createSigningKey, refresh: [WIDGET_KEY], onSuccess: setCreated });
  const close = () => {
    onClose();
    setCreated(null);
    form.reset();
    create.reset();
  };
  const submit = form.onSubmit((values) =>
    create.mutate(
      { name: values.name.trim(), publicKey: values.kind === 'own' ? values.publicKey.trim() : null },
      { onError: (error) => form.setErrors(fieldErrors(error, values, () => t('publicKeyFault.other'))) },
    ),
  );
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('createKey')}
      closeOnClickOutside={created === null}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {created ? (
        <CreatedKey created={created} onClose={close} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput
              label={t('keyName')}
              description={t('keyNameHint')}
              data-autofocus
              required
              maxLength={60}
              {...form.getInputProps('name')}
            />
            <Radio.Group label={t('keyKind')} {...form.getInputProps('kind')}>
              <Stack gap="sm" mt="xs">
                <Radio value="secret" size="md" label={t('kindSecret')} description={t('kindSecretWhat')} />
                <Radio value="own" size="md" label={t('kindOwn')} description={t('kindOwnWhat')} />
              </Stack>
            </Radio.Group>
            {form.values.kind === 'own' && (
              <Textarea
                label={t('publicKey')}
                description={t('publicKeyHint')}
                autosize
                minRows={3}
                maxLength={2000}
                spellCheck={false}
                styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
                {...form.getInputProps('publicKey')}
              />
            )}
            <ProblemAlert error={create.error} values={form.values} />
            <SubmitButton pending={create.isPending}>{t('createKey')}</SubmitButton>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
