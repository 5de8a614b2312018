import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import type { GroupProps } from './group.ts';
import { PicturePart } from './picture-part.tsx';

const LOGO_PIXELS = 512;

export function LogoGroup({ content, change }: GroupProps) {
  const t = useTranslations('design');
  return (
    <Stack gap="sm">
      <PicturePart
        name={t('logoOf')}
        pictureKey={content.logoPictureKey}
        sidePixelsMax={LOGO_PIXELS}
        shape="square"
        onChange={(logoPictureKey) => change({ logoPictureKey }, 'logo')}
      />
      <Text size="sm" c="dimmed">
        {t('logoWhat')}
      </Text>
    </Stack>
  );
}
