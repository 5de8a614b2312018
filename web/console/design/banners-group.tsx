import { Button, Input, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import type { Banner } from '../../../src/domain/design/design.ts';
import { DESIGN_LIMITS } from '../../../src/domain/design/design-limits.ts';
import type { GroupProps } from './group.ts';
import { BANNERS_MAX, EMPTY_BANNER, replaced } from './model.ts';
import { PicturePart } from './picture-part.tsx';
import { ShopTimeField } from './shop-time-field.tsx';
import { WordsField } from './words-field.tsx';

const BANNER_PIXELS = 1600;

/** Up to three pictures with a line and a link, each in its own time. */
export function BannersGroup({ content: { banners }, change, faults }: GroupProps) {
  const t = useTranslations('design');
  const set = (next: Banner[], part: string) => change({ banners: next }, part);
  return (
    <Stack gap="md">
      {banners.length === 0 && <Text c="dimmed">{t('bannerNone')}</Text>}
      {banners.map((banner, place) => {
        const put = (part: Partial<Banner>, name: string) =>
          set(replaced(banners, place, part), `banners.${place}.${name}`);
        return (
          <Paper
            withBorder
            p="md"
            // biome-ignore lint/suspicious/noArrayIndexKey: a banner is known by its place alone.
            key={place}
            component="section"
            aria-label={t('banner', { place: place + 1 })}
          >
            <Stack gap="md">
              <div>
                <Input.Label component="span" size="md">
                  {t('bannerPicture')}
                </Input.Label>
                <PicturePart
                  name={t('banner', { place: place + 1 })}
                  pictureKey={banner.pictureKey}
                  sidePixelsMax={BANNER_PIXELS}
                  shape="wide"
                  onChange={(pictureKey) => put({ pictureKey }, 'picture')}
                />
              </div>
              <WordsField
                label={t('bannerTitle')}
                value={banner.title}
                charactersMax={DESIGN_LIMITS.bannerTitleCharacters}
                onChange={(title) => put({ title }, 'title')}
              />
              <TextInput
                label={t('bannerHref')}
                description={t('bannerHrefWhat')}
                inputMode="url"
                autoComplete="off"
                dir="ltr"
                maxLength={DESIGN_LIMITS.hrefCharacters}
                value={banner.href ?? ''}
                error={faults.includes(`banners.${place}.href`) ? t('hrefWrong') : undefined}
                onChange={({ currentTarget }) => put({ href: currentTarget.value || null }, 'href')}
              />
              <div>
                <SimpleGrid cols={{ base: 1, xs: 2 }}>
                  <ShopTimeField
                    label={t('from')}
                    valueMs={banner.startsAtMs}
                    onChange={(startsAtMs) => put({ startsAtMs }, 'times')}
                  />
                  <ShopTimeField
                    label={t('until')}
                    valueMs={banner.endsAtMs}
                    error={faults.includes(`banners.${place}.endsAtMs`) ? t('untilWrong') : undefined}
                    onChange={(endsAtMs) => put({ endsAtMs }, 'times')}
                  />
                </SimpleGrid>
                <Input.Description mt={6}>{t('bannerTimes')}</Input.Description>
              </div>
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconTrash size={18} aria-hidden />}
                onClick={() => set(banners.toSpliced(place, 1), 'banners')}
              >
                {t('bannerRemove', { place: place + 1 })}
              </Button>
            </Stack>
          </Paper>
        );
      })}
      {banners.length < BANNERS_MAX && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => set([...banners, EMPTY_BANNER], 'banners')}
        >
          {t('bannerAdd')}
        </Button>
      )}
    </Stack>
  );
}
