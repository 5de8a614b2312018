import { Button, Fieldset, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl/react';
import { fieldErrors } from '../api/field-errors.ts';
import { useSubmission } from '../api/use-submission.ts';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { looksLikeEmail } from '../session/email.ts';
import { mallHost } from '../session/hosts.ts';
import { ME_KEY, useShop } from '../session/session.ts';
import { TimeZoneField } from '../sign-up/time-zone-field.tsx';
import { changeTenant } from './api.ts';
import { changesOf, looksLikePhone, type ShopForm, shopFormOf } from './model.ts';

/** The shop's own details; address and currency stay as chosen at sign-up. */
export function ShopPage() {
  const t = useTranslations('shop');
  const settings = useTranslations('settings');
  const common = useTranslations('common');
  const { shop } = useShop();
  const missing = (text: string) => (text.trim() === '' ? t('missing') : null);
  const form = useForm<ShopForm>({
    initialValues: shopFormOf(shop),
    validate: {
      name: missing,
      phone: (phone) => (phone.trim() === '' || looksLikePhone(phone) ? null : t('phoneWrong')),
      email: (email) => (email.trim() === '' || looksLikeEmail(email) ? null : t('emailWrong')),
    },
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
    change.mutate(changesOf(values, shop.contact), {
      onError: (error) => form.setErrors(fieldErrors(error, values, () => t('missing'))),
    }),
  );
  const text = (field: keyof ShopForm, maxLength: number) => ({ maxLength, ...form.getInputProps(field) });
  return (
    <Page title={settings('shop.title')} back={{ to: '/settings', label: settings('title') }}>
      <LeaveGuard edited={form.isDirty()} />
      <form onSubmit={submit} noValidate>
        <Stack maw={620}>
          <Fieldset legend={t('shop')}>
            <Stack>
              <TextInput label={t('name')} required {...text('name', 60)} />
              {shop.state === 'open' ? (
                <TextInput
                  label={t('timeZone')}
                  description={t('timeZoneFixed')}
                  readOnly
                  value={shop.timeZone}
                />
              ) : (
                <TimeZoneField description={t('timeZoneUntilOpen')} {...form.getInputProps('timeZone')} />
              )}
              <Text c="dimmed">{t('fixed', { host: mallHost(shop.slug), currency: shop.currency })}</Text>
            </Stack>
          </Fieldset>
          <Fieldset legend={t('contact')}>
            <Stack>
              <Text c="dimmed">{t('contactHint')}</Text>
              <TextInput label={t('phone')} type="tel" autoComplete="tel" {...text('phone', 40)} />
              <TextInput label={t('email')} type="email" autoComplete="email" {...text('email', 254)} />
              <TextInput label={t('wechat')} autoComplete="off" {...text('wechat', 40)} />
              <TextInput label={t('address')} autoComplete="street-address" {...text('address', 200)} />
            </Stack>
          </Fieldset>
          <ProblemAlert error={change.error} values={form.values} />
          <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
            {common('save')}
          </Button>
        </Stack>
      </form>
    </Page>
  );
}
