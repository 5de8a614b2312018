import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { LOCALES } from '../../../src/domain/locale.ts';
import { isLocale, LOCALE_NAMES } from '../../../src/messages/locale.ts';
import { useLanguage } from './locale-provider.tsx';

/** Changes the language at once; what the server says in words is asked for again. */
export function LanguageSelect() {
  const t = useTranslations('shell');
  const { locale, choose } = useLanguage();
  const client = useQueryClient();
  return (
    <NativeSelect
      aria-label={t('language')}
      value={locale}
      data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
      onChange={async ({ currentTarget: { value } }) => {
        if (!isLocale(value)) return;
        await choose(value);
        await client.invalidateQueries();
      }}
    />
  );
}
