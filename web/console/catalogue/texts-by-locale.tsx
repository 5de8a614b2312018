import { Stack, Tabs, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { LOCALES, type Locale } from '../../../src/domain/locale.ts';
import { LOCALE_NAMES } from '../../../src/messages/locale.ts';
import { useShop } from '../session/session.ts';
import type { RewardForm } from './model.ts';

type TextProps = {
  form: RewardForm;
  onChange: (part: Partial<RewardForm>) => void;
  nameError: string | undefined;
};

/** Name and story in each language, the shop's own first; what is left out falls back to it. */
export function TextsByLocale({ form, onChange, nameError }: TextProps) {
  const t = useTranslations('rewards');
  const { shop } = useShop();
  const order: Locale[] = [shop.locale, ...LOCALES.filter((locale) => locale !== shop.locale)];
  return (
    <Tabs defaultValue={shop.locale} keepMounted={false}>
      <Tabs.List aria-label={t('languages')}>
        {order.map((locale) => (
          <Tabs.Tab key={locale} value={locale} lang={locale}>
            {LOCALE_NAMES[locale]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {order.map((locale) => (
        <Tabs.Panel key={locale} value={locale} pt="sm">
          <Stack gap="sm">
            <TextInput
              label={t('name')}
              maxLength={80}
              autoComplete="off"
              lang={locale}
              required={locale === shop.locale}
              value={form.names[locale]}
              error={locale === shop.locale ? nameError : undefined}
              onChange={({ currentTarget }) =>
                onChange({ names: { ...form.names, [locale]: currentTarget.value } })
              }
            />
            <Textarea
              label={t('description')}
              maxLength={2000}
              autosize
              minRows={2}
              maxRows={10}
              lang={locale}
              value={form.descriptions[locale]}
              onChange={({ currentTarget }) =>
                onChange({ descriptions: { ...form.descriptions, [locale]: currentTarget.value } })
              }
            />
          </Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
