import { Badge, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { useLanguage } from '../locale/locale-provider.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { AccountFacts } from './account-facts.tsx';
import type { PaymentSettings } from './api.ts';
import { ConnectForm } from './connect-form.tsx';
import { ContinueAtStripe } from './continue-at-stripe.tsx';
import { DueList } from './due-list.tsx';
import { feePercent, nextStepOf, situationOf, toneOf } from './model.ts';
import { useStripePage } from './use-stripe-page.ts';

const COLOURS = { good: 'green', attention: 'orange', bad: 'red', plain: 'gray' } as const;

type Props = {
  settings: PaymentSettings;
  refresh: { isPending: boolean; error: unknown; mutate: (input: null) => void };
  /** Somebody opened a page of Stripe's that was used up. */
  linkExpired: boolean;
};

/** Where the shop stands with Stripe, in words, with the one thing to do about it. */
export function OnlinePayment({ settings, refresh, linkExpired }: Props) {
  const t = useTranslations('payments');
  const { locale } = useLanguage();
  const page = useStripePage();
  const situation = situationOf(settings);
  const step = nextStepOf(situation);
  const { applicationFeeBasisPoints: fee } = settings;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="online">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} id="online">
            {t('online')}
          </Title>
          <Badge
            size="lg"
            variant="light"
            tt="none"
            color={COLOURS[toneOf(situation)]}
            styles={{ label: { color: 'var(--mantine-color-text)' } }}
          >
            {t(`situations.${situation}.badge`)}
          </Badge>
        </Group>
        <Text c="dimmed">{t('onlineWhat')}</Text>
        <Text>{t(`situations.${situation}.detail`)}</Text>
        {linkExpired && step !== 'none' && <Text role="status">{t('linkExpired')}</Text>}
        {refresh.isPending && (
          <Group gap="xs" role="status">
            <Loader size="xs" aria-hidden />
            <Text>{t('asking')}</Text>
          </Group>
        )}
        <DueList
          due={situation === 'due' || situation === 'late' ? settings.due : []}
          dueBy={settings.dueBy}
        />
        <ProblemAlert error={refresh.error} onRetry={() => refresh.mutate(null)} />
        <ProblemAlert error={page.error} />
        {step === 'choose' && <ConnectForm country={settings.country} page={page} />}
        {(step === 'goOn' || step === 'handIn') && settings.country !== null && (
          <ContinueAtStripe
            country={settings.country}
            action={t(step)}
            page={page}
            mayChange={situation === 'onboarding'}
          />
        )}
        {step === 'check' && (
          <Group>
            <SubmitButton variant="default" pending={refresh.isPending} onClick={() => refresh.mutate(null)}>
              {t('checkAgain')}
            </SubmitButton>
          </Group>
        )}
        {fee > 0 && situation !== 'unavailable' && situation !== 'disabled' && (
          <Text c="dimmed">{t('fee', { percent: feePercent(locale, fee) })}</Text>
        )}
        <AccountFacts settings={settings} />
      </Stack>
    </Paper>
  );
}
