import { Paper, Text, Timeline, Title } from '@mantine/core';
import { IconBuildingStore, IconUser } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { useFormat } from '../session/use-format.ts';
import type { Redemption } from './api.ts';
import { cashSteps } from './cash.ts';
import { sideOf, toldTimeline } from './model.ts';
import { useDoer } from './use-doer.ts';

/** Moments at which somebody cancelled it. */
const ENDS = ['undoing', 'undone', 'cancelling', 'cancelled'] as const;
const SIDES = { member: IconUser, shop: IconBuildingStore } as const;

/** What happened, in words, and which side did it: the member, or the shop. */
export function RedemptionTimeline({ redemption }: { redemption: Redemption }) {
  const t = useTranslations('redemptions');
  const cash = useTranslations('cash');
  const format = useFormat();
  const doer = useDoer();
  const nowMs = Date.now();
  const doerOf = (words: string) => {
    if (words === 'used') return redemption.usedBy;
    if (words === 'redeemed') return redemption.redeemedBy;
    // Redeemed at the counter, it was in her hand at once.
    if (words === 'handedOver')
      return redemption.handedOverBy?.kind === 'staff' ? redemption.handedOverBy : redemption.redeemedBy;
    return ENDS.some((each) => each === words) ? redemption.cancelledBy : null;
  };
  const steps = [
    ...cashSteps(redemption.payment).map(({ told: words, at, amountMinor, by }, position) => ({
      key: `${words}-${position}`,
      title: cash(`told.${words}`, {
        amount: format.money(amountMinor, redemption.payment?.currency ?? ''),
      }),
      at,
      note: null,
      who: doer(by),
      side: by?.kind === 'staff' ? ('shop' as const) : null,
      parcel: false,
    })),
    ...toldTimeline(redemption).map(({ told: words, at, note }) => ({
      key: words,
      title: t(`told.${words}`),
      at,
      note,
      who: doer(doerOf(words)),
      side: sideOf(words, redemption.cancelledBy),
      parcel: words === 'shipped',
    })),
  ];
  const told = steps.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="timeline">
      <Title order={2} id="timeline" mb="sm">
        {t('timeline')}
      </Title>
      <Timeline active={told.length - 1} bulletSize={24} lineWidth={2}>
        {told.map(({ key, title, at, note, who, side, parcel }) => {
          const Side = side && SIDES[side];
          return (
            <Timeline.Item key={`${key}-${at}`} title={title} bullet={Side && <Side size={14} aria-hidden />}>
              <Text size="sm" c="dimmed" className="figures">
                {[side && t(`sides.${side}`), format.dateTime(Date.parse(at), nowMs), who]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              {note && (
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {t('said', { words: note })}
                </Text>
              )}
              {parcel && redemption.carrier && (
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {redemption.carrier} {redemption.trackingNumber}
                </Text>
              )}
            </Timeline.Item>
          );
        })}
      </Timeline>
    </Paper>
  );
}
