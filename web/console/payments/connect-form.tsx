import { Alert, Group, Select, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { cardsCanBeHad } from '../../../src/domain/payment/card-countries.ts';
import { countryName } from '../../../src/messages/country-name.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { useShop } from '../session/session.ts';
import { countryChoices, proposedCountry } from './model.ts';
import type { StripePage } from './use-stripe-page.ts';

/** The country first: it decides whether online payment can be had at all. */
export function ConnectForm({ country, page }: { country: string | null; page: StripePage }) {
  const t = useTranslations('payments');
  const { locale } = useLanguage();
  const { shop } = useShop();
  const [chosen, choose] = useState(proposedCountry(country, shop.currency));
  const choices = useMemo(() => countryChoices(locale), [locale]);
  return (
    <Stack gap="sm">
      <Select
        label={t('country')}
        description={t('countryHint')}
        searchable
        nothingFoundMessage={t('countryNone')}
        data={choices}
        value={chosen}
        onChange={(value) => {
          choose(value);
          page.reset();
        }}
      />
      <div aria-live="polite">
        {chosen !== null && !cardsCanBeHad(chosen) && (
          <Alert
            color="gray"
            icon={<IconInfoCircle aria-hidden />}
            title={t('notThereTitle', { country: countryName(locale, chosen) })}
          >
            <Text c="var(--mantine-color-text)">{t('notThere')}</Text>
          </Alert>
        )}
      </div>
      {chosen !== null && cardsCanBeHad(chosen) && (
        <>
          <Text c="dimmed">{t('connectNext')}</Text>
          <Group>
            <SubmitButton pending={page.isPending} onClick={() => page.open(chosen)}>
              {t('connect')}
            </SubmitButton>
          </Group>
        </>
      )}
    </Stack>
  );
}
