import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Industry } from '../../../src/domain/industry.ts';
import { minorPerMajor } from '../../../src/domain/money.ts';
import { AnchorLink } from '../parts/links.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import type { ClosingAnswer } from '../tenants/api.ts';
import './settings.css';

/** What members hold, and what the shop still owes them. */
export function ClosingFigures({ figures }: { figures: ClosingAnswer }) {
  const t = useTranslations('closing');
  const { shop } = useShop();
  const format = useFormat();
  const worthMinor = useWorth(figures);
  const { holders, heldPoints, toFulfil, vouchers, awaitingPayment, refunds, paidMinor } = figures;
  const major = minorPerMajor(shop.currency);
  const whole = (minor: number) => format.money(Math.round(minor / major) * major, shop.currency);
  return (
    <Stack gap="sm" component="section" aria-labelledby="closing-means">
      <Title order={2} size="h5" id="closing-means">
        {t('means')}
      </Title>
      <Paper withBorder className="settingGroup">
        <Line
          label={t('holders')}
          value={
            holders === 0
              ? t('nobody')
              : t('holdersLine', { count: holders, points: format.points(heldPoints) })
          }
          hint={holders > 0 && worthMinor !== undefined && t('worth', { money: whole(worthMinor) })}
        />
        <Line
          label={t('toFulfil')}
          value={t('toFulfilLine', { count: toFulfil })}
          hint={paidMinor > 0 && t('paid', { money: format.money(paidMinor, shop.currency) })}
        />
        <Line
          label={t('vouchers')}
          value={t('vouchersLine', { count: vouchers })}
          hint={vouchers > 0 && t('vouchersHint')}
        />
        {awaitingPayment > 0 && (
          <Line
            label={t('awaiting')}
            value={t('awaitingLine', { count: awaitingPayment })}
            hint={t('awaitingHint')}
          />
        )}
        {refunds > 0 && (
          <Line label={t('refunds')} value={t('refundsLine', { count: refunds })} hint={false} />
        )}
      </Paper>
    </Stack>
  );
}

function Line({ label, value, hint }: { label: string; value: string; hint: ReactNode }) {
  return (
    <Group className="settingRow" px="md" py={10} justify="space-between" gap="xs" align="baseline">
      <Text c="dimmed">{label}</Text>
      <Text fw={600} className="figures">
        {value}
      </Text>
      {hint && (
        <Text size="sm" c="dimmed" w="100%" lh={1.4}>
          {hint}
        </Text>
      )}
    </Group>
  );
}

/** What is better done before: each with the way to it, or that it is done. */
export function ClosingSteps({ figures }: { figures: ClosingAnswer }) {
  const t = useTranslations('closing');
  const { shop } = useShop();
  const { toFulfil, refunds } = figures;
  return (
    <Stack gap="sm" component="section" aria-labelledby="closing-first">
      <Title order={2} size="h5" id="closing-first">
        {t('first')}
      </Title>
      <Paper withBorder className="settingGroup">
        <Step title={t('ship')} done={toFulfil === 0}>
          <AnchorLink to="/redemptions">{t('see')}</AnchorLink>
        </Step>
        <Step title={t('giveBack')} done={refunds === 0}>
          <AnchorLink to="/redemptions" search={{ tab: 'after_sales' }}>
            {t('see')}
          </AnchorLink>
        </Step>
        <Step title={t('export')} done={false}>
          <Button
            component="a"
            href="/api/export"
            download
            size="sm"
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('exportAction')}
          </Button>
        </Step>
        {!shop.closing?.isClosed && (
          <Step title={t('tell')} hint={t('tellHint')} done={false}>
            <Anchor href={shop.mallUrl} target="_blank" rel="noreferrer">
              {shop.mallUrl.replace(/^https?:\/\//, '').replace(/\/$/, '')}
            </Anchor>
          </Step>
        )}
      </Paper>
    </Stack>
  );
}

type StepProps = { title: string; hint?: string; done: boolean; children: ReactNode };

function Step({ title, hint, done, children }: StepProps) {
  const t = useTranslations('closing');
  return (
    <Group className="settingRow" px="md" py={8} mih={56} justify="space-between" gap="xs">
      <Text>{title}</Text>
      {done ? <Badge>{t('done')}</Badge> : <span className="closingWay">{children}</span>}
      {hint && (
        <Text size="sm" c="dimmed" w="100%" lh={1.4}>
          {hint}
        </Text>
      )}
    </Group>
  );
}

/** The price levels come with the templates of every industry: loaded beside, as on Home. */
function useWorth({ heldPoints, marginPercent }: ClosingAnswer): number | undefined {
  const { shop } = useShop();
  const { industry, currency, locale } = shop;
  const worth = useQuery({
    queryKey: ['points-worth', heldPoints, marginPercent, industry, currency],
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn() {
      const { pointsWorth } = await import('../../../src/domain/points-worth.ts');
      const of = { industry: industry as Industry, currency, locale };
      return pointsWorth({ points: heldPoints, marginPercent, shop: of });
    },
  });
  return worth.data?.worthMinor;
}
