import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FiguresAnswer } from '../../../src/features/home/schemas.ts';
import { useFormat } from '../session/use-format.ts';
import { type Bar, barsOf, LOWER_SHARE, scaleOf } from './figures-model.ts';
import { useDayWords } from './use-day-words.ts';

const FLOWS = [
  { flow: 'issued', field: 'issuedPoints' },
  { flow: 'redeemed', field: 'redeemedPoints' },
  { flow: 'expired', field: 'expiredPoints' },
] as const;

/** Points in above the line, points out below it, day by day; every number stands in a table as well. */
export function PointsFlow({ days, children }: { days: FiguresAnswer['days']; children: ReactNode }) {
  const t = useTranslations('home.flow');
  const format = useFormat();
  const [picked, setPicked] = useState<string | null>(null);
  const bars = barsOf(days);
  const shown = bars.find(({ fromDay }) => fromDay === picked);
  const total = (field: (typeof FLOWS)[number]['field']) => bars.reduce((sum, bar) => sum + bar[field], 0);
  const moved = FLOWS.some(({ field }) => total(field) !== 0);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="flow">
      <Stack gap="sm">
        <Title order={3} fz="md" id="flow">
          {t('title', { unit: format.unitTitle })}
        </Title>
        {moved ? (
          <>
            <Legend of={(field) => (shown ? shown[field] : total(field))} bar={shown ?? null} />
            <Bars bars={bars} picked={picked} onPick={setPicked} />
            <Numbers bars={bars} />
          </>
        ) : (
          <Text c="dimmed">{t('none')}</Text>
        )}
        {children}
      </Stack>
    </Paper>
  );
}

type Field = (typeof FLOWS)[number]['field'];

/** The sums of all days, or what the day of a tapped bar says. */
function Legend({ of, bar }: { of: (field: Field) => number; bar: Bar | null }) {
  const t = useTranslations('home.flow');
  const format = useFormat();
  const say = useDayWords();
  return (
    <div aria-live="polite">
      <ul className="flowLegend">
        {FLOWS.map(({ flow, field }) => (
          <li key={flow} style={{ '--swatch': `var(--flow-${flow})` } as CSSProperties}>
            {t(flow)} {format.count(of(field))}
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {bar ? say.span(bar) : t('pick')}
      </Text>
    </div>
  );
}

type BarsProps = { bars: Bar[]; picked: string | null; onPick: (day: string | null) => void };

function Bars({ bars, picked, onPick }: BarsProps) {
  const t = useTranslations('home.flow');
  const format = useFormat();
  const say = useDayWords();
  const most = scaleOf(bars);
  const height = (points: number, room: number) => `${(Math.max(0, points) / (most * room)) * 100}%`;
  const isBroken = (points: number, room: number) => points > most * room;
  const hasBroken = bars.some((bar) => isBroken(bar.issuedPoints, 1) || isBroken(outOf(bar), LOWER_SHARE));
  return (
    <div>
      <div
        role="img"
        aria-label={t('chart', { unit: format.unit })}
        className="flowChart"
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && onPick(null)}
      >
        {bars.map((bar) => (
          <div
            key={bar.fromDay}
            className="flowBar"
            data-picked={bar.fromDay === picked}
            onPointerEnter={() => onPick(bar.fromDay)}
          >
            <div className="flowUp" data-broken={isBroken(bar.issuedPoints, 1)}>
              <span style={{ height: height(bar.issuedPoints, 1) }} />
            </div>
            <div className="flowDown" data-broken={isBroken(outOf(bar), LOWER_SHARE)}>
              <span style={{ height: height(bar.redeemedPoints, LOWER_SHARE) }} />
              <span style={{ height: height(bar.expiredPoints, LOWER_SHARE) }} />
            </div>
          </div>
        ))}
      </div>
      <div className="flowEnds" aria-hidden="true">
        <span>{say.day(bars[0]?.fromDay ?? '')}</span>
        <span>{say.day(bars.at(-1)?.toDay ?? '')}</span>
      </div>
      {hasBroken && (
        <Text size="sm" c="dimmed">
          {t('broken')}
        </Text>
      )}
    </div>
  );
}

const outOf = ({ redeemedPoints, expiredPoints }: Bar) => redeemedPoints + expiredPoints;

function Numbers({ bars }: { bars: Bar[] }) {
  const t = useTranslations('home.flow');
  const format = useFormat();
  const say = useDayWords();
  return (
    <details className="flowTable">
      <summary>{t('table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by the keyboard */}
      <section tabIndex={0} aria-label={t('table')}>
        <Table className="figures" stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('day')}</Table.Th>
              {FLOWS.map(({ flow }) => (
                <Table.Th key={flow} ta="end">
                  {t(flow)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {bars.toReversed().map((bar) => (
              <Table.Tr key={bar.fromDay}>
                <Table.Td>{say.span(bar)}</Table.Td>
                {FLOWS.map(({ flow, field }) => (
                  <Table.Td key={flow} ta="end">
                    {format.count(bar[field])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </details>
  );
}
