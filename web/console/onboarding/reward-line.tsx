import { Checkbox, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { REWARD_LIMITS } from '../../../src/domain/catalogue/reward-limits.ts';
import type { Pick } from '../../../src/domain/onboarding/onboarding.ts';
import { RewardPicture } from '../catalogue/reward-picture.tsx';
import { TypedFigure } from './typed-figure.tsx';

type Props = {
  name: string;
  pictureUrl: string | null;
  price: string;
  cost: string | null;
  ticked: boolean;
  units: number | null;
  /** There are only so many, and the number can be said here. */
  counted: boolean;
  onPick: (pick: Pick) => void;
};

/** One reward to tick: all of the line is its target but the field of its stock. */
export function RewardLine({ name, pictureUrl, price, cost, ticked, units, counted, onPick }: Props) {
  const t = useTranslations('start.rewards');
  const id = useId();
  return (
    <li className="startReward" data-ticked={ticked || undefined} data-unticked={!ticked || undefined}>
      <label htmlFor={id} className="startRewardPick">
        <Checkbox
          id={id}
          checked={ticked}
          onChange={({ currentTarget }) => onPick({ ticked: currentTarget.checked, units })}
        />
        <RewardPicture url={pictureUrl} side={64} />
        <span className="startRewardWords">
          <span className="startCardName">{name}</span>
          <Text span className="startRewardPrice figures">
            {price}
          </Text>
          {cost && (
            <Text span size="sm" c="dimmed">
              {cost}
            </Text>
          )}
        </span>
      </label>
      <div className="startRewardStock">
        {counted ? (
          <>
            <Text span size="sm" c="dimmed" aria-hidden>
              {t('stock')}
            </Text>
            <TypedFigure
              label={t('stockOf', { reward: name })}
              labelHidden
              width={84}
              value={String(units ?? '')}
              read={wholeUnits}
              onRead={(count) => onPick({ ticked, units: count })}
            />
          </>
        ) : (
          <Text span size="sm" c="dimmed">
            {units === null ? t('unlimited') : `${t('stock')} ${units}`}
          </Text>
        )}
      </div>
    </li>
  );
}

function wholeUnits(text: string): number | null {
  const units = /^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return units <= REWARD_LIMITS.units ? units : null;
}
