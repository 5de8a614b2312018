import { Input, SegmentedControl, Stack } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import type { Theme } from '../../../src/domain/shop.ts';
import type { GroupProps } from './group.ts';

const CORNERS = ['0', '8', '20'] as const;

export function ShapeGroup({ content: { look }, change }: GroupProps) {
  const t = useTranslations('design');
  return (
    <Stack gap="md">
      <div>
        <Input.Label component="span" size="md">
          {t('corners')}
        </Input.Label>
        <SegmentedControl
          fullWidth
          aria-label={t('corners')}
          value={String(look.cornerPixels)}
          onChange={(corner) =>
            change({ look: { ...look, cornerPixels: Number(corner) as Theme['cornerPixels'] } }, 'corners')
          }
          data={CORNERS.map((value) => ({
            value,
            label: (
              <span className="designCorner">
                <span style={{ borderTopLeftRadius: `${Number(value)}px` }} aria-hidden />
                {t(`cornerSizes.${value}`)}
              </span>
            ),
          }))}
        />
      </div>
      <div>
        <Input.Label component="span" size="md">
          {t('heading')}
        </Input.Label>
        <SegmentedControl
          fullWidth
          aria-label={t('heading')}
          value={look.heading}
          onChange={(heading) =>
            change({ look: { ...look, heading: heading as Theme['heading'] } }, 'heading')
          }
          data={(['serif', 'sans'] as const).map((value) => ({
            value,
            label: <span className={`designHeading-${value}`}>{t(`headings.${value}`)}</span>,
          }))}
        />
      </div>
    </Stack>
  );
}
