import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { useFormat } from '../session/use-format.ts';
import './rung-lines.css';
import type { RungLine } from './sale.ts';

type Props = { lines: readonly RungLine[]; currency: string; onTake: (position: number) => void };

/** What the sale has so far, by category; one tap takes a line out again. */
export function RungLines({ lines, currency, onTake }: Props) {
  const t = useTranslations('counter');
  const format = useFormat();
  if (lines.length === 0) return null;
  return (
    <ul className="rungLines" aria-label={t('lines')}>
      {lines.map(({ amountMinor, category }, position) => {
        const amount = format.money(amountMinor, currency);
        const name = category ?? t('everything');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none changes.
          <li key={position}>
            <UnstyledButton
              className="rungLine figures"
              aria-label={t('lineTake', { amount, category: name })}
              onClick={() => onTake(position)}
            >
              <b>{amount}</b> {isolated(name)}
              <IconX size={16} aria-hidden />
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
