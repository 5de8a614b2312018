import { Radio } from '@mantine/core';
import { IconRefresh, IconSparkles, IconUsersPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { GOALS } from '../../../src/domain/shop.ts';
import type { StepProps } from './step.ts';

const ICONS = { return: IconRefresh, active: IconSparkles, grow: IconUsersPlus };

/** What the mall is for, in one tap. */
export function GoalStep({ state, tell }: StepProps) {
  const t = useTranslations('start.goal');
  return (
    <Radio.Group
      aria-label={t('title')}
      value={state.goal ?? GOALS[0]}
      onChange={(chosen) => tell({ goal: GOALS.find((goal) => goal === chosen) ?? null })}
    >
      <div className="startCards">
        {GOALS.map((goal) => {
          const Icon = ICONS[goal];
          return (
            <Radio.Card key={goal} value={goal} className="startCard">
              <span className="startCardIcon">
                <Icon size={26} aria-hidden />
              </span>
              <span className="startCardWords">
                <span className="startCardName">{t(`${goal}.name`)}</span>
                <span className="startCardWhat">{t(`${goal}.what`)}</span>
              </span>
              <Radio.Indicator />
            </Radio.Card>
          );
        })}
      </div>
    </Radio.Group>
  );
}
