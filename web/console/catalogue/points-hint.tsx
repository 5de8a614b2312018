import { Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { REWARD_LIMITS } from '../../../src/domain/catalogue/reward-limits.ts';
import { useFormat } from '../session/use-format.ts';
import { parseWhole, type RewardForm } from './model.ts';
import { ordersFor, suggestionFor } from './suggestion.ts';
import { usePricing } from './use-pricing.ts';

/** What the points mean: how many orders they take, and what would fit what it sells for. */
export function PointsHint({ form, onUse }: { form: RewardForm; onUse: (points: string) => void }) {
  const t = useTranslations('rewards');
  const format = useFormat();
  const pricing = usePricing();
  const suggested = suggestionFor(form, pricing);
  const points = parseWhole(form.points, REWARD_LIMITS.points) ?? null;
  const orders = ordersFor(points ?? suggested, pricing);
  const order = format.money(pricing.orderMinor, pricing.currency);
  if (suggested === null && orders === null) return null;
  return (
    <Group gap="xs" aria-live="polite">
      {suggested !== null && suggested !== points && (
        <Button variant="light" size="sm" onClick={() => onUse(String(suggested))}>
          {t('suggested', { points: format.points(suggested) })}
        </Button>
      )}
      {orders !== null && (
        <Text size="sm" c="dimmed" className="figures">
          {t('orders', { count: orders, order })}
        </Text>
      )}
    </Group>
  );
}
