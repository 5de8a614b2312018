import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { useLanguage } from '../locale/locale-provider.tsx';
import { timeZoneOptions } from './time-zones.ts';

type Props = Omit<SelectProps, 'data' | 'label'> & { value?: string };

/** The zone of the shop's day, found by the name of a city. */
export function TimeZoneField(props: Props) {
  const t = useTranslations('timeZones');
  const { locale } = useLanguage();
  const { value = 'UTC' } = props;
  const options = useMemo(
    () => timeZoneOptions(locale, (city) => t(`cities.${city}`), value, Date.now()),
    [locale, t, value],
  );
  return (
    <Select
      label={t('label')}
      searchable
      allowDeselect={false}
      limit={50}
      nothingFoundMessage={t('none')}
      data={options}
      {...props}
    />
  );
}
