import { Badge, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FigurePeriod } from '../../../src/domain/figures/period.ts';
import type { FiguresAnswer } from '../../../src/features/home/schemas.ts';
import { Loadable } from '../parts/loadable.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { figuresQuery, type Home } from './api.ts';
import { BooksLine } from './books-line.tsx';
import { FigureCard } from './figure-card.tsx';
import { figureCards, isBlank, periodsOf, SHARES_FROM_MEMBERS } from './figures-model.ts';
import './home.css';
import { PointsFlow } from './points-flow.tsx';
import { SAMPLE } from './sample.ts';
import { useDayWords } from './use-day-words.ts';

/** Is it working, and what does it cost: the figures of some days, and points in and out of the same days. */
export function Figures({ home, beside }: { home: Home; beside: ReactNode }) {
  const t = useTranslations('home');
  const [period, setPeriod] = useState<FigurePeriod>('30');
  const figures = useQuery({ ...figuresQuery(period), placeholderData: keepPreviousData });
  return (
    <>
      <Stack gap="sm" component="section" aria-labelledby="figures">
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <Title order={2} id="figures">
              {t('figures')}
            </Title>
            {home.isDemo && (
              <Badge variant="light" color="gray" autoContrast>
                {t('demo')}
              </Badge>
            )}
          </Group>
          <SegmentedControl
            aria-label={t('period.label')}
            value={period}
            onChange={(value) => setPeriod(value as FigurePeriod)}
            data={periodsOf(figures.data).map((value) => ({ value, label: t(`period.${value}`) }))}
          />
        </Group>
        <Loadable query={figures} rows={2} rowHeight={150}>
          {(data) => (
            // Another period was asked for: until it is here, what stands here is of the one before.
            <div
              className="figuresOf"
              data-stale={figures.isPlaceholderData}
              aria-busy={figures.isPlaceholderData}
            >
              {isBlank(data) ? <Sample /> : <Cards figures={data} />}
            </div>
          )}
        </Loadable>
      </Stack>
      <div className="homeColumns">
        {figures.data && !isBlank(figures.data) && (
          <div className="figuresOf" data-stale={figures.isPlaceholderData}>
            <Flow figures={figures.data} home={home} />
          </div>
        )}
        {beside}
      </div>
    </>
  );
}

function Cards({ figures }: { figures: FiguresAnswer }) {
  const t = useTranslations('home');
  const say = useDayWords();
  const { shop } = useShop();
  return (
    <Stack gap="xs">
      <ul className="figureGrid">
        {figureCards(figures, shop.goal).map((card) => (
          <li key={card.name}>
            <FigureCard card={card} period={figures.period} days={figures.days.length} />
          </li>
        ))}
      </ul>
      {figures.knownFrom && <Text c="dimmed">{t('knownFrom', { day: say.day(figures.knownFrom) })}</Text>}
      {figures.members < SHARES_FROM_MEMBERS && <Text c="dimmed">{t('fewMembers')}</Text>}
    </Stack>
  );
}

function Flow({ figures, home }: { figures: FiguresAnswer; home: Home }) {
  const t = useTranslations('home');
  const { shop } = useShop();
  const format = useFormat();
  return (
    <PointsFlow days={figures.days}>
      <BooksLine home={home} />
      {(home.cashTakenMinor > 0 || home.cashRefundedMinor > 0) && (
        <Text c="dimmed" className="figures">
          {t('cash', {
            taken: format.money(home.cashTakenMinor, shop.currency),
            refunded: format.money(home.cashRefundedMinor, shop.currency),
          })}
        </Text>
      )}
    </PointsFlow>
  );
}

/** What will stand here, for a shop that has no figures yet: dimmed, marked, and no control at all. */
function Sample() {
  const t = useTranslations('home');
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Badge variant="light" color="gray" autoContrast>
          {t('sample.badge')}
        </Badge>
        <Text>{t('sample.title')}</Text>
      </Group>
      <div className="isSample" aria-hidden="true" inert>
        <Cards figures={SAMPLE} />
      </div>
    </Stack>
  );
}
