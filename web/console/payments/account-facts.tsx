import { Anchor, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { countryName } from '../../../src/messages/country-name.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import type { PaymentSettings } from './api.ts';

const STRIPE_DASHBOARD = 'https://dashboard.stripe.com/';

/** What is known of the account: where it is, which it is, where payouts go. */
export function AccountFacts({ settings }: { settings: PaymentSettings }) {
  const t = useTranslations('payments');
  const { locale } = useLanguage();
  const { state, country, accountId, payoutsEnabled } = settings;
  if (country === null || accountId === null) return null;
  const open = state === 'enabled' || state === 'restricted';
  return (
    <Stack gap="sm">
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} spacing="sm" m={0}>
        <Fact name={t('country')}>{countryName(locale, country)}</Fact>
        <Fact name={t('account')}>{accountId}</Fact>
        {open && <Fact name={t('payouts')}>{payoutsEnabled ? t('payoutsOn') : t('payoutsOff')}</Fact>}
      </SimpleGrid>
      {(open || state === 'disabled') && (
        <Anchor
          href={STRIPE_DASHBOARD}
          target="_blank"
          rel="noreferrer"
          display="inline-flex"
          style={{ alignItems: 'center', gap: 6, minHeight: 44 }}
        >
          {t('dashboard')}
          <IconExternalLink size={18} aria-hidden />
        </Anchor>
      )}
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  );
}
