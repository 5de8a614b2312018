import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { useShop } from '../session/session.ts';
import { widgetQuery } from './api.ts';
import { Origins } from './origins.tsx';
import { Preview } from './preview.tsx';
import { SigningKeys } from './signing-keys.tsx';
import { Snippet } from './snippet.tsx';

/** The widget on the merchant's own site: where it may stand, what to paste, who signs customers in. */
export function WidgetPage() {
  const t = useTranslations('widget');
  const settings = useTranslations('settings');
  const { me, shop } = useShop();
  const widget = useQuery(widgetQuery);
  return (
    <Page
      title={settings('widget.title')}
      back={{ to: '/settings', label: settings('title') }}
      note={t('note')}
    >
      <Loadable query={widget} rows={3} rowHeight={160}>
        {({ origins, keys, scriptUrl, docsUrl, previewUrl, audience }) => (
          <Stack>
            <Origins origins={origins} />
            <Snippet place={{ scriptUrl, slug: shop.slug }} docsUrl={docsUrl} />
            <SigningKeys keys={keys} audience={audience} mayChange={me.role === 'owner'} />
            <Preview previewUrl={previewUrl} open={shop.state === 'open'} />
          </Stack>
        )}
      </Loadable>
    </Page>
  );
}
