import { Badge } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import type { RedemptionState } from '../../../src/account/contract.ts';

const COLOURS: Record<RedemptionState, string> = {
  reserving: 'gray',
  awaiting_payment: 'yellow',
  committing: 'gray',
  undoing: 'gray',
  undone: 'gray',
  confirmed: 'orange',
  cancelling: 'gray',
  cancelled: 'gray',
  in_fulfilment: 'blue',
  shipped: 'cyan',
  ready: 'cyan',
  received: 'green',
  issued: 'grape',
  used: 'green',
  expired: 'gray',
};

/** The state of a redemption in the shop's words. */
export function StateBadge({ state }: { state: RedemptionState }) {
  const t = useTranslations('redemptions');
  return (
    <Badge
      variant="light"
      color={COLOURS[state]}
      tt="none"
      styles={{ label: { color: 'var(--mantine-color-text)' } }}
    >
      {t(`states.${state}`)}
    </Badge>
  );
}
