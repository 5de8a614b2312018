import { Paper, Text } from '@mantine/core';
import { IconCalendar, IconGift, IconShoppingBag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { minorPerMajor } from '../../../src/domain/money.ts';
import type { Programme, Rational } from '../../../src/domain/programme/programme.ts';
import { rateInWholes } from '../../../src/domain/programme/rate-in-wholes.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { programmeQuery } from '../programme/api.ts';
import { useFormat } from '../session/use-format.ts';

/** How members earn, in three sentences. */
export function ProgrammeSentences({ programme }: { programme: Programme }) {
  const t = useTranslations('start.business');
  const format = useFormat();
  const { locale } = useLanguage();
  const { data: published } = useQuery(programmeQuery);
  const { baseRate, categoryRates, currency, signUpBonus = 0, visitPoints = 0 } = programme;
  const { daysUntilEntry, expiry } = programme;
  const words = (rate: Rational) => {
    const { majors, points } = rateInWholes(rate);
    return {
      amount: format.money(majors * minorPerMajor(currency), currency),
      points: format.points(points),
    };
  };
  const none = categoryRates.filter(({ rate }) => rate.numerator === 0).map(({ category }) => category);
  const other = categoryRates.filter(({ rate }) => rate.numerator > 0);
  const small = [
    ...(visitPoints > 0 ? [t('visit', { points: format.points(visitPoints) })] : []),
    ...other.map(({ category, rate }) => t('exceptHalf', { category, ...words(rate) })),
    ...(none.length > 0 ? [t('exceptNone', { categories: none.join(t('and')) })] : []),
  ].join(t('semicolon'));
  if (published?.live || published?.next) return <Text c="dimmed">{t('ownRules')}</Text>;
  return (
    <section aria-labelledby="start-rules">
      <Text id="start-rules" component="h2" fw={600} fz="md" m={0} mb="xs">
        {t('rules', { unit: format.unit })}
      </Text>
      <Paper withBorder className="startSentences">
        <Sentence icon={<IconShoppingBag size={22} aria-hidden />} small={small}>
          {t('earn', words(baseRate))}
        </Sentence>
        <Sentence icon={<IconGift size={22} aria-hidden />}>
          {t('joining', { points: format.points(signUpBonus) })}
        </Sentence>
        <Sentence icon={<IconCalendar size={22} aria-hidden />}>
          {t('entry', { days: daysUntilEntry })}
          {locale === 'en' && ' '}
          {expiry.kind === 'rolling'
            ? t('expiry.rolling', { days: expiry.days })
            : t(`expiry.${expiry.kind}`)}
        </Sentence>
      </Paper>
    </section>
  );
}

function Sentence({ icon, small, children }: { icon: ReactNode; small?: string; children: ReactNode }) {
  return (
    <div className="startSentence">
      <span className="startSentenceIcon">{icon}</span>
      <div>
        <Text fw={500}>{children}</Text>
        {small && (
          <Text size="sm" c="dimmed">
            {small}
          </Text>
        )}
      </div>
    </div>
  );
}
