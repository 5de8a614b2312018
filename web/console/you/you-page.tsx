import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { changeOwnName, ME_KEY, NAME_CHARACTERS_MAX, useShop } from '../session/session.ts';
import { OwnPin } from './own-pin.tsx';

/** What whoever is signed in is called; at sign-up an owner is called by her e-mail address. */
export function YouPage() {
  const t = useTranslations('you');
  const settings = useTranslations('settings');
  const common = useTranslations('common');
  const { me } = useShop();
  const form = useForm({
    initialValues: { name: me.user.name },
    validate: { name: (name) => (name.trim() === '' ? t('nameMissing') : null) },
  });
  const change = useSubmission({
    send: changeOwnName,
    refresh: [ME_KEY, ['staff'], ['audit-log']],
    onSuccess() {
      form.resetDirty();
      notifyDone(common('saved'));
    },
  });
  return (
    <Page
      title={settings('you.title')}
      {...(me.role === 'clerk' ? {} : { back: { to: '/settings', label: settings('title') } })}
    >
      <LeaveGuard edited={form.isDirty()} />
      <form onSubmit={form.onSubmit(({ name }) => change.mutate(name.trim()))} noValidate>
        <Stack maw={620}>
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            autoComplete="name"
            maxLength={NAME_CHARACTERS_MAX}
            required
            {...form.getInputProps('name')}
          />
          {me.user.email !== null && (
            <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {t('signedInAs', { email: me.user.email })}
            </Text>
          )}
          <ProblemAlert error={change.error} />
          <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
            {common('save')}
          </Button>
        </Stack>
      </form>
      <OwnPin />
    </Page>
  );
}
