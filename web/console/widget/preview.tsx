import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { useLanguage } from '../locale/locale-provider.tsx';
import { inLanguage } from './model.ts';
import { Section } from './section.tsx';

const HEIGHT_PIXELS = 680;

/** The real widget of the shop, on a page that stands for one of the merchant's. */
export function Preview({ previewUrl, open }: { previewUrl: string; open: boolean }) {
  const t = useTranslations('widget');
  const { locale } = useLanguage();
  return (
    <Section title={t('preview')} what={t('previewWhat')}>
      {open ? (
        <iframe
          src={inLanguage(previewUrl, locale, window.location.href)}
          title={t('preview')}
          height={HEIGHT_PIXELS}
          style={{ width: '100%', border: '1px solid var(--mantine-color-default-border)' }}
        />
      ) : (
        <Text>{t('previewClosed')}</Text>
      )}
    </Section>
  );
}
