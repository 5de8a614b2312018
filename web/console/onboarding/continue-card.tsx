import { Group, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { ONBOARDING_STEPS } from '../../../src/domain/onboarding/onboarding.ts';
import { ButtonLink } from '../parts/links.tsx';
import { onboardingQuery } from './api.ts';

/** On Home of a shop that is not open yet: back to where she left off. */
export function ContinueCard() {
  const t = useTranslations('start');
  const { data } = useQuery(onboardingQuery);
  const step = data?.step ?? ONBOARDING_STEPS[0];
  const figures = { step: ONBOARDING_STEPS.indexOf(step) + 1, of: ONBOARDING_STEPS.length };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="continue">
      <Group justify="space-between" gap="md">
        <div>
          <Text id="continue" component="h2" fw={650} fz="lg" m={0}>
            {t('home.title')}
          </Text>
          <Text c="dimmed">{t('home.lead', { ...figures, name: t(`steps.${step}`) })}</Text>
        </div>
        <ButtonLink to="/start">{t('home.go')}</ButtonLink>
      </Group>
    </Paper>
  );
}
