import { Popover, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import type { FigurePeriod } from '../../../src/domain/figures/period.ts';
import { minorPerMajor } from '../../../src/domain/money.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import type { FigureCard as Card, FigureUnit } from './figures-model.ts';
import { SparkLine } from './spark-line.tsx';

/** One figure, how it stands to the days before, and on a tap what exactly it counts. */
export function FigureCard({ card, period, days }: { card: Card; period: FigurePeriod; days: number }) {
  const t = useTranslations('home');
  const format = useFormat();
  const say = useFigureWords();
  const { name, unit, value, before, change } = card;
  const called =
    (name === 'repeat' || name === 'redemption') && unit !== 'percent'
      ? t(`figure.${name}Count`, { unit: format.unitTitle })
      : t(`figure.${name}`);
  return (
    <Popover width={280} position="bottom" withArrow shadow="md">
      <Popover.Target>
        <button type="button" className="figureCard">
          <span className="figureName">
            {called}
            <IconInfoCircle size={16} role="img" aria-label={t('meansOf', { figure: called })} />
          </span>
          <span className="figureValue">{value === null ? t('noShare') : say(unit, value)}</span>
          <More card={card} />
          <SparkLine values={card.daily} />
          <span className="figureMore">
            {before === null
              ? t('before.none')
              : period === 'opening'
                ? t('before.opening', { value: say(unit, before) })
                : t('before.days', { days, value: say(unit, before) })}
            {change && <br />}
            {change && <Changed change={change} />}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={600}>{called}</Text>
        <Text size="sm">{t(`means.${name}`, { unit: format.unit })}</Text>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What stands below the number: what a share is a share of, how many purchases, or how many members in all. */
function More({ card: { name, unit, of, count, grown } }: { card: Card }) {
  const t = useTranslations('home');
  if (grown !== null) return <span className="figureMore">{t('of.joined', grown)}</span>;
  if (count !== null) return <span className="figureMore">{t('of.sales', { count })}</span>;
  if (of === null || unit !== 'percent') return null;
  return <span className="figureMore">{t(name === 'repeat' ? 'of.repeat' : 'of.redemption', of)}</span>;
}

function Changed({ change: { by, in: unit } }: { change: NonNullable<Card['change']> }) {
  const t = useTranslations('home');
  if (by === 0) return <strong>{t('changed.same')}</strong>;
  const value = Math.abs(by);
  const way = by > 0 ? 'up' : 'down';
  return (
    <strong>
      {by > 0 ? '↑ ' : '↓ '}
      {t(unit === 'percent' ? `changed.${way}` : `changed.${way}Points`, { value })}
    </strong>
  );
}

function useFigureWords(): (unit: FigureUnit, value: number) => string {
  const t = useTranslations('home');
  const { shop } = useShop();
  const format = useFormat();
  return (unit, value) =>
    ({
      percent: () => t('percent', { value }),
      people: () => t('people', { count: value }),
      points: () => format.count(value),
      // Cents of a month's sales only make the number long.
      money: () => format.money(wholeMajor(value, shop.currency), shop.currency),
    })[unit]();
}

function wholeMajor(amountMinor: number, currency: string): number {
  const major = minorPerMajor(currency);
  return Math.round(amountMinor / major) * major;
}
