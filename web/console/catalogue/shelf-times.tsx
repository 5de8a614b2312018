import { Paper, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import type { Reward } from './api.ts';
import { type RewardForm, shelfPhase } from './model.ts';

type Times = Pick<RewardForm, 'startsAt' | 'endsAt'>;
type Props = {
  times: Times;
  onChange: (part: Partial<Times>) => void;
  errorOf: (field: keyof Times) => string | undefined;
};

/** What a field holds while only a part of its date is typed: the browser then gives no value at all. */
const UNFINISHED = 'unfinished';

/** From when until when a reward can be redeemed, on the shop's clock. */
export function ShelfTimeFields({ times, onChange, errorOf }: Props) {
  const t = useTranslations('rewards');
  const { locale } = useLanguage();
  const { shop } = useShop();
  const field = (name: keyof Times) => (
    <TextInput
      type="datetime-local"
      label={t(name)}
      autoComplete="off"
      value={times[name] === UNFINISHED ? '' : times[name]}
      onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
      onBlur={({ currentTarget: { validity, value } }) =>
        onChange({ [name]: validity.badInput ? UNFINISHED : value })
      }
      error={errorOf(name)}
    />
  );
  return (
    <Paper withBorder p="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {field('startsAt')}
        {field('endsAt')}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="sm">
        {t('timesHint', { zone: zoneName(locale, shop.timeZone) })}
      </Text>
    </Paper>
  );
}

/** "China time": what people call the zone, in the reader's language. */
function zoneName(locale: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** Where a published reward stands in its time; nothing where it has none. */
export function ShelfTimeWords({ reward: { published } }: { reward: Reward }) {
  const t = useTranslations('rewards');
  const format = useFormat();
  if (published === null) return null;
  const nowMs = Date.now();
  const { phase, atMs } = shelfPhase(published.current, nowMs);
  return phase === 'always' ? null : t(`phases.${phase}`, { time: format.dateTime(atMs, nowMs) });
}
