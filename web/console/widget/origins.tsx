import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { fieldErrors } from '../api/field-errors.ts';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { allowOrigin, removeOrigin, WIDGET_KEY } from './api.ts';
import { originFault } from './model.ts';
import { Section } from './section.tsx';

/** The sites whose pages may show the widget; every other page is refused. */
export function Origins({ origins }: { origins: string[] }) {
  const t = useTranslations('widget');
  const form = useForm({
    initialValues: { origin: '' },
    validate: {
      origin: (origin) => {
        const fault = originFault(origin);
        return fault && t(`originFaults.${fault}`);
      },
    },
  });
  const [leaving, setLeaving] = useState<string | null>(null);
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
    onSuccess() {
      setLeaving(null);
      notifyDone(t('originRemoved'));
    },
  });
  const submit = form.onSubmit((values) =>
    allow.mutate(
      { origin: values.origin.trim() },
      { onError: (error) => form.setErrors(fieldErrors(error, values, () => t('originFaults.other'))) },
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
                onClick={() => {
                  remove.reset();
                  setLeaving(origin);
                }}
                aria-label={t('originRemoveOne', { origin })}
              >
                {t('originRemove')}
              </Button>
            </Group>
          ))}
        </Stack>
      )}
      <Confirm
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t('originRemoveTitle', { origin: leaving ?? '' })}
        detail={t('originRemoveDetail')}
        action={t('originRemove')}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => leaving !== null && remove.mutate({ origin: leaving })}
        dangerous
      />
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
