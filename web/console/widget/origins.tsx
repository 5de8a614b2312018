import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl/react';
import { fieldErrors } from '../api/field-errors.ts';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { allowOrigin, removeOrigin, WIDGET_KEY } from './api.ts';
import { Section } from './section.tsx';

/** The sites whose pages may show the widget; every other page is refused. */
export function Origins({ origins }: { origins: string[] }) {
  const t = useTranslations('widget');
  const form = useForm({
    initialValues: { origin: '' },
    validate: { origin: (origin) => (origin.trim() === '' ? t('originMissing') : null) },
  });
  const allow = useSubmission({
    send: allowOrigin,
    refresh: [WIDGET_KEY],
    onSuccess() {
      form.reset();
      notifyDone(t('originAllowed'));
    },
  });
  const remove = useSubmission({
    send: removeOrigin,
    refresh: [WIDGET_KEY],
    onSuccess: () => notifyDone(t('originRemoved')),
  });
  const submit = form.onSubmit((values) =>
    allow.mutate(
      { origin: values.origin.trim() },
      { onError: (error) => form.setErrors(fieldErrors(error, values, () => t('originInvalid'))) },
    ),
  );
  return (
    <Section title={t('origins')} what={t('originsWhat')}>
      {origins.length === 0 ? (
        <Text>{t('originsNone')}</Text>
      ) : (
        <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {origins.map((origin) => (
            <Group key={origin} component="li" justify="space-between" gap="sm">
              <Text ff="monospace" style={{ overflowWrap: 'anywhere', minWidth: 0, flex: 1 }}>
                {origin}
              </Text>
              <Button
                variant="default"
                loading={remove.isPending && remove.variables.origin === origin}
                onClick={() => remove.mutate({ origin })}
                aria-label={t('originRemoveOne', { origin })}
              >
                {t('originRemove')}
              </Button>
            </Group>
          ))}
        </Stack>
      )}
      <ProblemAlert error={remove.error} />
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('origin')}
            description={t('originHint')}
            inputMode="url"
            autoCapitalize="none"
            maxLength={300}
            {...form.getInputProps('origin')}
          />
          <ProblemAlert error={allow.error} values={form.values} />
          <Group>
            <SubmitButton pending={allow.isPending}>{t('originAllow')}</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
