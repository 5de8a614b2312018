import { Button, NativeSelect, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl/react';
import { LOCALES } from '../../../src/domain/locale.ts';
import { LOCALE_NAMES } from '../../../src/messages/locale.ts';
import { fieldErrors } from '../api/field-errors.ts';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { mallHost } from '../session/hosts.ts';
import { ME_KEY, useShop } from '../session/session.ts';
import { timeZones } from '../sign-up/choices.ts';
import { changeTenant } from './api.ts';

/** The shop's own details; address and currency stay as chosen at sign-up. */
export function ShopPage() {
  const t = useTranslations('shop');
  const settings = useTranslations('settings');
  const common = useTranslations('common');
  const { shop } = useShop();
  const form = useForm({
    initialValues: { name: shop.name, locale: shop.locale, timeZone: shop.timeZone },
    validate: { name: (name) => (name.trim() === '' ? t('nameMissing') : null) },
  });
  const change = useSubmission({
    send: changeTenant,
    refresh: [ME_KEY],
    onSuccess() {
      form.resetDirty();
      notifyDone(common('saved'));
    },
  });
  const submit = form.onSubmit((values) =>
    change.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error, values)) }),
  );
  return (
    <Page title={settings('shop.title')} back={{ to: '/settings', label: settings('title') }}>
      <Paper withBorder p="md" maw={560}>
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput label={t('name')} required maxLength={60} {...form.getInputProps('name')} />
            <NativeSelect
              label={t('locale')}
              description={t('localeHint')}
              data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
              {...form.getInputProps('locale')}
            />
            <Select
              label={t('timeZone')}
              description={t('timeZoneHint')}
              searchable
              limit={50}
              nothingFoundMessage={t('timeZoneNone')}
              data={timeZones()}
              {...form.getInputProps('timeZone')}
            />
            <Text c="dimmed">{t('fixed', { host: mallHost(shop.slug), currency: shop.currency })}</Text>
            <ProblemAlert error={change.error} />
            <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
              {common('save')}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Page>
  );
}
