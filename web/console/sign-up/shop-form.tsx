import {
  Alert,
  Button,
  Group,
  NativeSelect,
  Paper,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { INDUSTRIES, type Industry } from '../../../src/domain/industry.ts';
import { LOCALES, type Locale } from '../../../src/domain/locale.ts';
import { LOCALE_NAMES } from '../../../src/messages/locale.ts';
import { fieldErrors } from '../api/field-errors.ts';
import { useSubmission } from '../api/use-submission.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { EmailCode } from '../session/email-code.tsx';
import { ME_KEY, type Me, signOut } from '../session/session.ts';
import { createTenant } from '../tenants/api.ts';
import { currencyOptions } from './choices.ts';
import { proposeCurrency, slugFault } from './model.ts';
import { proposeSlug } from './propose-slug.ts';
import { rememberedShopName } from './remembered-shop-name.ts';
import { SlugField, useSlugCheck } from './slug-field.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

type Values = {
  name: string;
  industry: Industry;
  currency: string;
  timeZone: string;
  locale: Locale;
};

/** The shop's details, each proposed and each editable; creating it needs no proved e-mail. */
export function ShopForm({ me }: { me: Me }) {
  const t = useTranslations('signUp');
  // Whoever signs up has just typed a name; without one it is a colleague who was removed, or a new device.
  const [cameWithoutName] = useState(() => rememberedShopName() === '');
  const problems = useTranslations('problems');
  const { locale } = useLanguage();
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const form = useForm<Values>({
    initialValues: {
      name: rememberedShopName(),
      industry: 'clothing',
      currency: proposeCurrency(timeZone, navigator.languages, locale),
      timeZone,
      locale,
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('shopNameMissing') : null),
    },
  });
  const [name] = useDebouncedValue(form.values.name, 300);
  const proposed = useQuery({
    queryKey: ['proposed-slug', name],
    queryFn: () => proposeSlug(name),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  const [typedSlug, setTypedSlug] = useState<string | null>(null);
  const slug = typedSlug ?? proposed.data ?? '';
  const slugCheck = useSlugCheck(slug);

  // The page leads on by itself once the session has a shop.
  const create = useSubmission({ send: createTenant, refresh: [ME_KEY] });
  const submit = form.onSubmit((values) => {
    const fault = slugFault(slug);
    if (fault !== null) return form.setFieldError('slug', t(`slugFault.${fault}`));
    const tenant = { ...values, slug };
    create.mutate(tenant, {
      onError: (error) => form.setErrors(fieldErrors(error, tenant, () => problems('field'))),
    });
  });
  return (
    <Stack gap="lg">
      {cameWithoutName && (
        <Alert color="orange" variant="light" title={t('noShopTitle')}>
          <Text c="var(--mantine-color-text)">{t('noShopDetail', { email: me.user.email })}</Text>
        </Alert>
      )}
      {!me.user.emailVerified && (
        <Paper withBorder p="md">
          <EmailCode email={me.user.email} />
          <Text size="sm" c="dimmed" mt="xs">
            {t('codeMeanwhile')}
          </Text>
        </Paper>
      )}
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={t('shopName')} required maxLength={60} {...form.getInputProps('name')} />
          <SlugField
            check={slugCheck}
            value={slug}
            error={form.errors.slug}
            onChange={(value) => {
              setTypedSlug(value);
              form.clearFieldError('slug');
            }}
          />
          <Radio.Group
            label={t('industry')}
            description={t('industryHint')}
            {...form.getInputProps('industry')}
          >
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
              {INDUSTRIES.map((industry) => (
                <Radio.Card key={industry} value={industry} p="sm" radius="md">
                  <Group wrap="nowrap" gap="sm">
                    <Radio.Indicator />
                    <Stack gap={0}>
                      <Text fw={600}>{t(`industries.${industry}.name`)}</Text>
                      <Text size="sm" c="dimmed">
                        {t(`industries.${industry}.gives`)}
                      </Text>
                    </Stack>
                  </Group>
                </Radio.Card>
              ))}
            </SimpleGrid>
          </Radio.Group>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NativeSelect
              label={t('currency')}
              data={currencyOptions(locale)}
              {...form.getInputProps('currency')}
            />
            <NativeSelect
              label={t('locale')}
              data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
              {...form.getInputProps('locale')}
            />
          </SimpleGrid>
          <TimeZoneField description={t('timeZoneHint')} {...form.getInputProps('timeZone')} />
          <Text c="dimmed">{t('fixedLater')}</Text>
          <ProblemAlert error={create.error} values={{ ...form.values, slug }} />
          <Button type="submit" loading={create.isPending}>
            {t('create')}
          </Button>
        </Stack>
      </form>
      <Group justify="space-between">
        <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('signedInAs', { email: me.user.email })}
        </Text>
        <Button variant="default" onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </Group>
    </Stack>
  );
}
