import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const t = useTranslations('shell');
  return (
    <Page title={t('notFound')}>
      <Empty
        title={t('notFoundDetail')}
        action={
          <Anchor component={Link} to="/">
            {t('toHome')}
          </Anchor>
        }
      />
    </Page>
  );
}
