import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { useFormat } from '../session/use-format.ts';
import type { Counter, GrantQuote, Sale } from './api.ts';
import { totalMinor } from './sale.ts';

type Props = {
  id: string;
  sale: Sale | null;
  /** The server can't be asked now. */
  away: boolean;
  quote: GrantQuote | undefined;
  counter: Counter;
};

/** What the amount gives, before anything is given: "¥128 → 128 积分", and what she has then. */
export function PreviewLine({ id, sale, away, quote, counter }: Props) {
  const t = useTranslations('counter');
  const format = useFormat();
  if (sale === null) return <Text id={id} role="status" className="previewLine" />;
  const amount = format.money(totalMinor(sale), counter.currency);
  if (away) {
    return (
      <Text id={id} role="status" className="previewLine" c="orange.9" fw={600}>
        {t('previewAway', { amount })}
      </Text>
    );
  }
  if (quote === undefined) {
    return (
      <Text id={id} role="status" className="previewLine" c="dimmed">
        {t('previewPending')}
      </Text>
    );
  }
  const { points, availableAfterPoints, availableAt, over } = quote;
  return (
    <div id={id} role="status" className="previewLine">
      <Text className="figures" fw={700} fz="lg">
        {t('preview', { amount, points: format.points(points) })}
      </Text>
      {over === null ? (
        <Text size="sm" c="dimmed" className="figures previewAfter">
          {availableAt === null
            ? t('availableAfter', { points: format.points(availableAfterPoints) })
            : t('entersOn', { date: format.date(Date.parse(availableAt), Date.now()) })}
        </Text>
      ) : (
        <Text size="sm" c="orange.9" fw={600} className="figures">
          {t(over === 'grant' ? 'overGrant' : 'overDay', {
            points: format.points(over === 'grant' ? counter.limits.grantPoints : counter.limits.dayPoints),
          })}
        </Text>
      )}
    </div>
  );
}
