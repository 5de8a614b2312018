import { NativeSelect, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import type { DateOrder, FoundOrder } from '../../../src/domain/imports/read-date.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { bothReadings } from './model.ts';

export type Options = {
  dateOrder: DateOrder | null;
  knownMembers: 'add' | 'skip';
  expiry: 'programme' | 'never' | 'date';
  expiryDay: string;
};

type Props = {
  options: Options;
  onChange: (options: Options) => void;
  found: FoundOrder;
  /** Whether something is still to be chosen, and the button was pressed. */
  isAsked: boolean;
  today: string;
};

/** What a list leaves open: how its dates are meant, until when its points live, what known members get. */
export function ReadingOptions({ options, onChange, found, isAsked, today }: Props) {
  const t = useTranslations('imports');
  const { locale } = useLanguage();
  const dayMonth = ([month, day]: readonly [number, number]) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2024, month - 1, day),
    );
  const readings = found.example === null ? null : bothReadings(found.example);
  const set = (change: Partial<Options>) => onChange({ ...options, ...change });
  return (
    <Stack>
      {found.isAsked && (
        <Radio.Group
          label={t('dateOrder')}
          description={found.example && t('dateOrderHint', { example: found.example })}
          value={options.dateOrder}
          onChange={(value) => set({ dateOrder: value === 'day_first' ? 'day_first' : 'month_first' })}
          error={isAsked && options.dateOrder === null ? t('dateOrderMissing') : null}
        >
          <Stack gap={0} mt="xs">
            <Radio
              value="day_first"
              size="md"
              py={10}
              label={t('dayFirst', { date: readings ? dayMonth(readings.dayFirst) : '' })}
            />
            <Radio
              value="month_first"
              size="md"
              py={10}
              label={t('monthFirst', { date: readings ? dayMonth(readings.monthFirst) : '' })}
            />
          </Stack>
        </Radio.Group>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('knownMembers')}
          data={[
            { value: 'add', label: t('known.add') },
            { value: 'skip', label: t('known.skip') },
          ]}
          value={options.knownMembers}
          onChange={(event) => set({ knownMembers: event.currentTarget.value === 'skip' ? 'skip' : 'add' })}
        />
        <NativeSelect
          label={t('expiry')}
          data={(['programme', 'never', 'date'] as const).map((value) => ({
            value,
            label: t(`expiries.${value}`),
          }))}
          value={options.expiry}
          onChange={(event) => set({ expiry: event.currentTarget.value as Options['expiry'] })}
        />
        {options.expiry === 'date' && (
          <TextInput
            type="date"
            label={t('expiryDay')}
            min={today}
            value={options.expiryDay}
            onChange={(event) => set({ expiryDay: event.currentTarget.value })}
            error={isAsked && options.expiryDay <= today ? t('expiryDayMissing') : null}
          />
        )}
      </SimpleGrid>
    </Stack>
  );
}
