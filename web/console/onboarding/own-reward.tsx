import { Button, Group, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { parseAmountMinor } from '../../../src/domain/money.ts';
import { suggestedPoints } from '../../../src/domain/price-level.ts';
import type { Template } from '../../../src/domain/template/template.ts';
import { useSubmission } from '../api/use-submission.ts';
import { REWARDS_KEY, type Reward, type RewardBase, type SaveInput, saveReward } from '../catalogue/api.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { PhotoField } from './photo-field.tsx';

/** More than are called the last few: nobody should read “only 20 left” of what was never counted. */
const UNITS_AT_FIRST = '50';

type Props = { template: Template; onAdded: (reward: Reward) => void; onCancel: () => void };

/** Photo, name, price: the points follow from the price. Saved as a draft, published when the mall opens. */
export function OwnReward({ template, onAdded, onCancel }: Props) {
  const t = useTranslations('start.rewards');
  const { shop } = useShop();
  const format = useFormat();
  const [name, setName] = useState('');
  const [price, setPrice] = useState('');
  const [units, setUnits] = useState(UNITS_AT_FIRST);
  const [picture, setPicture] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const base = useRef<RewardBase | null>(null);
  const save = useSubmission({
    send: (input: SaveInput, key) =>
      saveReward(input, key, ({ id, draftVersion }) => {
        base.current = { id, draftVersion };
      }),
    refresh: [REWARDS_KEY],
    onSuccess: onAdded,
  });
  const marketPriceMinor = parseAmountMinor(price, shop.currency) ?? 0;
  const count = /^\d{1,6}$/.test(units) ? Number(units) : null;
  const pointsEach =
    marketPriceMinor > 0
      ? suggestedPoints({ currency: shop.currency, marketPriceMinor }, template.pointsPerMajor)
      : null;
  const add = () => {
    setTried(true);
    if (name.trim() === '' || pointsEach === null || count === null) return;
    const names = { [shop.locale]: name.trim() };
    const changes = { names, marketPriceMinor, pointsEach, units: count };
    save.mutate({ base: base.current, changes, picture, publish: false });
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('byPhoto')}>
      <Stack>
        <PhotoField label={t('photo')} picture={picture} onChange={setPicture} />
        <TextInput
          label={t('name')}
          required
          maxLength={80}
          value={name}
          error={tried && name.trim() === '' ? t('nameMissing') : undefined}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <SimpleGrid cols={2}>
          <TextInput
            label={t('price', { currency: shop.currency })}
            required
            inputMode="decimal"
            autoComplete="off"
            value={price}
            error={tried && pointsEach === null ? t('priceMissing') : undefined}
            onChange={({ currentTarget }) => setPrice(currentTarget.value)}
          />
          <TextInput
            label={t('stock')}
            required
            inputMode="numeric"
            autoComplete="off"
            value={units}
            error={tried && count === null}
            onChange={({ currentTarget }) => setUnits(currentTarget.value.trim())}
          />
        </SimpleGrid>
        {pointsEach !== null && (
          <Text role="status" className="figures" fw={600}>
            {t('suggested', { points: format.points(pointsEach) })}
          </Text>
        )}
        <ProblemAlert error={save.error} />
        <Group>
          <Button onClick={add} loading={save.isPending}>
            {t('add')}
          </Button>
          <Button variant="subtle" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
