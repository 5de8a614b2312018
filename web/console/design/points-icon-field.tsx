import { Radio, SimpleGrid } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { POINTS_ICON_PATHS, POINTS_ICONS, type PointsIcon } from '../../../src/domain/design/points-icon.ts';

type Props = { chosen: PointsIcon; onChange: (icon: PointsIcon) => void };

/** The drawing beside every large figure of points. */
export function PointsIconField({ chosen, onChange }: Props) {
  const t = useTranslations('design');
  return (
    <Radio.Group
      label={t('pointsIcon')}
      description={t('pointsIconWhat')}
      value={chosen}
      onChange={(value) => onChange(value as PointsIcon)}
    >
      <SimpleGrid cols={4} spacing="xs" mt="xs">
        {POINTS_ICONS.map((icon) => (
          <Radio.Card
            key={icon}
            value={icon}
            className="designPointsIcon"
            aria-label={t(`pointsIcons.${icon}`)}
          >
            <PointsIconDrawing icon={icon} />
          </Radio.Card>
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

export function PointsIconDrawing({ icon }: { icon: PointsIcon }) {
  return (
    <svg viewBox="0 0 24 24" width={24} height={24} aria-hidden fill="currentColor" fillRule="evenodd">
      <path d={POINTS_ICON_PATHS[icon]} />
    </svg>
  );
}
