import { Button, Input, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { DESIGN_LIMITS } from '../../../src/domain/design/design-limits.ts';
import type { DesignContent } from '../../../src/domain/design/look.ts';
import { AnchorLink } from '../parts/links.tsx';
import type { GroupProps } from './group.ts';
import { LINKS_MAX, replaced } from './model.ts';
import { PicturePart } from './picture-part.tsx';
import { WordsField } from './words-field.tsx';

const QR_PIXELS = 600;

export function FooterGroup({ content: { footer }, change, faults }: GroupProps) {
  const t = useTranslations('design');
  const put = (part: Partial<DesignContent['footer']>, name: string) =>
    change({ footer: { ...footer, ...part } }, `footer.${name}`);
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {t.rich('contactWhat', { link: (words) => <AnchorLink to="/settings/shop">{words}</AnchorLink> })}
      </Text>
      <div>
        <Input.Label component="span" size="md">
          {t('wechat')}
        </Input.Label>
        <PicturePart
          name={t('wechat')}
          pictureKey={footer.wechatPictureKey}
          sidePixelsMax={QR_PIXELS}
          shape="square"
          onChange={(wechatPictureKey) => put({ wechatPictureKey }, 'wechat')}
        />
      </div>
      <WordsField
        label={t('openingHours')}
        example={t('openingHoursExample')}
        value={footer.openingHours}
        charactersMax={DESIGN_LIMITS.openingHoursCharacters}
        onChange={(openingHours) => put({ openingHours }, 'openingHours')}
      />
      <TextInput
        label={t('map')}
        inputMode="url"
        dir="ltr"
        autoComplete="off"
        placeholder="https://"
        maxLength={DESIGN_LIMITS.hrefCharacters}
        value={footer.mapUrl ?? ''}
        error={faults.includes('mapUrl') ? t('mapWrong') : undefined}
        onChange={({ currentTarget }) => put({ mapUrl: currentTarget.value || null }, 'mapUrl')}
      />
      <TextInput
        label={t('registration')}
        autoComplete="off"
        maxLength={DESIGN_LIMITS.registrationNumberCharacters}
        value={footer.registrationNumber ?? ''}
        onChange={({ currentTarget }) =>
          put({ registrationNumber: currentTarget.value || null }, 'registration')
        }
      />
      <div>
        <Input.Label component="span" size="md">
          {t('links')}
        </Input.Label>
        <Stack gap="sm">
          {footer.links.map((link, place) => {
            const set = (part: Partial<typeof link>, name: string) =>
              put({ links: replaced(footer.links, place, part) }, `links.${place}.${name}`);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a link is known by its place alone.
              <Paper withBorder p="sm" key={place}>
                <Stack gap="sm">
                  <WordsField
                    label={t('linkLabel', { place: place + 1 })}
                    value={link.label}
                    charactersMax={DESIGN_LIMITS.linkLabelCharacters}
                    onChange={(label) => set({ label }, 'label')}
                  />
                  <TextInput
                    label={t('linkHref', { place: place + 1 })}
                    inputMode="url"
                    dir="ltr"
                    autoComplete="off"
                    maxLength={DESIGN_LIMITS.hrefCharacters}
                    value={link.href}
                    error={faults.includes(`links.${place}.href`) ? t('hrefWrong') : undefined}
                    onChange={({ currentTarget }) => set({ href: currentTarget.value }, 'href')}
                  />
                  <Button
                    variant="subtle"
                    color="gray"
                    leftSection={<IconTrash size={18} aria-hidden />}
                    onClick={() => put({ links: footer.links.toSpliced(place, 1) }, 'links')}
                  >
                    {t('linkRemove', { place: place + 1 })}
                  </Button>
                </Stack>
              </Paper>
            );
          })}
          {footer.links.length < LINKS_MAX && (
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => put({ links: [...footer.links, { label: {}, href: 'https://' }] }, 'links')}
            >
              {t('linkAdd')}
            </Button>
          )}
        </Stack>
      </div>
    </Stack>
  );
}
