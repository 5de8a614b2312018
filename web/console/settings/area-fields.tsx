import { Button, Chip, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { DELIVERY_COUNTRIES } from '../../../src/domain/delivery-countries.ts';
import { regionsOf } from '../../../src/domain/delivery-regions.ts';
import { countryName } from '../../../src/messages/country-name.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import type { DeliveryForm } from './delivery-form.ts';

type Props = {
  form: DeliveryForm;
  error: string | undefined;
  onChange: (part: Partial<DeliveryForm>) => void;
};

/** Countries, and of those that have them the provinces or cities; none chosen is the whole country. */
export function AreaFields({ form, error, onChange }: Props) {
  const t = useTranslations('delivery');
  const { locale } = useLanguage();
  return (
    <Stack>
      <MultiSelect
        label={t('countries')}
        data={DELIVERY_COUNTRIES.map((value) => ({ value, label: countryName(locale, value) }))}
        value={form.countries}
        onChange={(countries) => onChange({ countries })}
        searchable
        styles={{ inputField: { minHeight: 44 } }}
        nothingFoundMessage={t('noCountry')}
        error={error}
      />
      {form.countries
        .filter((country) => regionsOf(country).length > 0)
        .map((country) => {
          const chosen = form.regions[country] ?? [];
          const choose = (regions: string[]) =>
            onChange({ regions: { ...form.regions, [country]: regions } });
          return (
            <Stack key={country} gap="xs" role="group" aria-label={countryName(locale, country)}>
              <Group justify="space-between">
                <Text fw={600}>
                  {countryName(locale, country)} ·{' '}
                  {chosen.length === 0 ? t('whole') : t('chosen', { count: chosen.length })}
                </Text>
                {chosen.length > 0 && (
                  <Button variant="subtle" onClick={() => choose([])}>
                    {t('clear')}
                  </Button>
                )}
              </Group>
              <Chip.Group multiple value={chosen} onChange={choose}>
                <Group gap={8}>
                  {regionsOf(country).map(({ code, names }) => (
                    <Chip key={code} value={code} radius="md">
                      {names[locale]}
                    </Chip>
                  ))}
                </Group>
              </Chip.Group>
            </Stack>
          );
        })}
    </Stack>
  );
}
