import { Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { PAYMENTS_KEY, paymentsQuery, refreshPayments } from './api.ts';
import { CounterPayment } from './counter-payment.tsx';
import { OnlinePayment } from './online-payment.tsx';

const route = getRouteApi('/shop/settings/payments');

/** How the shop takes the cash part of rewards: online through Stripe, and at the counter. */
export function PaymentsPage() {
  const t = useTranslations('payments');
  const settings = useTranslations('settings');
  const { from } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const payments = useQuery(paymentsQuery);
  const refresh = useSubmission({
    send: refreshPayments,
    refresh: [PAYMENTS_KEY],
    onSuccess(found) {
      client.setQueryData(PAYMENTS_KEY, found);
      if (from === 'stripe') void navigate({ search: {}, replace: true });
    },
  });
  const { mutate: askStripe } = refresh;
  const known = payments.data?.cardsAvailable ? payments.data.accountId : null;
  // An event may be late or lost, and who comes back from Stripe wants to see what came of it.
  useEffect(() => {
    if (known !== null) askStripe(null);
  }, [known, askStripe]);
  return (
    <Page
      title={settings('payments.title')}
      back={{ to: '/settings', label: settings('title') }}
      note={t('note')}
    >
      <Loadable query={payments} rows={2} rowHeight={160}>
        {(found) => (
          <Stack maw={680}>
            <OnlinePayment settings={found} refresh={refresh} linkExpired={from === 'expired'} />
            <CounterPayment settings={found} />
          </Stack>
        )}
      </Loadable>
    </Page>
  );
}
