import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import type { Industry } from '../../../src/domain/industry.ts';
import { minorPerMajor } from '../../../src/domain/money.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import type { Home } from './api.ts';
import { useMomentWords } from './use-moment-words.ts';

/** What members hold, what it stands for, and that the books were checked: one sentence, and how it is reckoned. */
export function BooksLine({ home }: { home: Home }) {
  const t = useTranslations('home.books');
  const { shop } = useShop();
  const format = useFormat();
  const moment = useMomentWords();
  const { balancePoints, marginPercent, audit } = home;
  // The price levels come with the templates of every industry: loaded beside, and only here.
  const { data: worth } = useQuery({
    queryKey: ['points-worth', balancePoints, marginPercent, shop.industry, shop.currency],
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn() {
      const { pointsWorth } = await import('../../../src/domain/points-worth.ts');
      const { currency, locale } = shop;
      const of = { industry: shop.industry as Industry, currency, locale };
      return pointsWorth({ points: balancePoints, marginPercent, shop: of });
    },
  });
  const major = minorPerMajor(shop.currency);
  const money = (amountMinor: number) => format.money(Math.round(amountMinor / major) * major, shop.currency);
  const points = format.points(balancePoints);
  return (
    <div>
      <Text className="figures">
        {worth
          ? t('held', { points, worth: money(worth.worthMinor), cost: money(worth.costMinor) })
          : t('heldOnly', { points })}
      </Text>
      <Text className="figures">
        {audit === null
          ? t('unaudited')
          : t(audit.findings === 0 ? 'audited' : 'findings', {
              time: moment(audit.at),
              count: audit.findings,
            })}
      </Text>
      {worth && (
        <details className="flowTable">
          <summary>{t('whyTitle')}</summary>
          <Text size="sm" c="dimmed">
            {t('why', {
              level: format.points(worth.pointsPerMajor),
              money: format.money(minorPerMajor(shop.currency), shop.currency),
              redeemed: worth.redeemedPercent,
              margin: worth.marginPercent,
            })}
          </Text>
        </details>
      )}
    </div>
  );
}
