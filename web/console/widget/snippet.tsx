import { Anchor, Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { type SnippetPlace, widgetSnippet } from '../../shared/widget-snippet.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { inLanguage } from './model.ts';
import { Section } from './section.tsx';

/** What goes on the merchant's pages, to copy as it is. */
export function Snippet({ place, docsUrl }: { place: SnippetPlace; docsUrl: string }) {
  const t = useTranslations('widget');
  const { locale } = useLanguage();
  const snippet = widgetSnippet(place);
  return (
    <Section title={t('snippet')} what={t('snippetWhat')}>
      <Code block tabIndex={0} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} fz="sm">
        {snippet}
      </Code>
      <Group>
        <CopyButton value={snippet} timeout={2000}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? t('copied') : t('copySnippet')}</Button>}
        </CopyButton>
      </Group>
      <Text>
        {t('docsWhat')}{' '}
        <Anchor href={inLanguage(docsUrl, locale, window.location.href)} target="_blank" underline="always">
          {t('docs')}
        </Anchor>
      </Text>
    </Section>
  );
}
