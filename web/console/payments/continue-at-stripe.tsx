import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'use-intl/react';
import { SubmitButton } from '../parts/submit-button.tsx';
import { ConnectForm } from './connect-form.tsx';
import type { StripePage } from './use-stripe-page.ts';

type Props = {
  country: string;
  action: string;
  page: StripePage;
  /** Until Stripe has the details another country, and so another account, can be chosen. */
  mayChange: boolean;
};

/** On to Stripe for an account that is there already. */
export function ContinueAtStripe({ country, action, page, mayChange }: Props) {
  const t = useTranslations('payments');
  const [changing, { open }] = useDisclosure(false);
  if (changing) return <ConnectForm country={country} page={page} />;
  return (
    <Group gap="sm">
      <SubmitButton pending={page.isPending} onClick={() => page.open(country)}>
        {action}
      </SubmitButton>
      {mayChange && (
        <Button
          variant="default"
          onClick={open}
          h="auto"
          mih={44}
          py="xs"
          styles={{ label: { whiteSpace: 'normal' } }}
        >
          {t('otherCountry')}
        </Button>
      )}
    </Group>
  );
}
