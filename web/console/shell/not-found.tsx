import { Box } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { Empty } from '../parts/empty.tsx';
import { AnchorLink } from '../parts/links.tsx';
import { Page } from '../parts/page.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const t = useTranslations('shell');
  return (
    <Box component="main" p="md">
      <Page title={t('notFound')}>
        <Empty title={t('notFoundDetail')} action={<AnchorLink to="/">{t('toHome')}</AnchorLink>} />
      </Page>
    </Box>
  );
}
