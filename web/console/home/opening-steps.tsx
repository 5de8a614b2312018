import { Button, Group, List, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { onboardingQuery } from '../onboarding/api.ts';
import { Confirm } from '../parts/confirm.tsx';
import { AnchorLink, ButtonLink } from '../parts/links.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { EmailCode } from '../session/email-code.tsx';
import { addressOf, ME_KEY, useShop } from '../session/session.ts';
import { openMall } from '../tenants/api.ts';
import type { Home } from './api.ts';
import { hasBegun, missingAtOpening, openingSteps } from './model.ts';

/** What stands between a new shop and its first member. Opens without rules or rewards only when told twice. */
export function OpeningSteps({ home }: { home: Home }) {
  const t = useTranslations('home');
  const { me, shop } = useShop();
  const [warned, warning] = useDisclosure(false);
  const open = useSubmission({
    send: openMall,
    refresh: [ME_KEY],
    onSuccess() {
      notifyDone(t('opened'));
      warning.close();
    },
  });
  const told = useQuery(onboardingQuery);
  // What the steps were told is only on the shelf once the steps have opened the mall.
  const byTheSteps = told.data !== undefined && hasBegun(told.data);
  const steps = openingSteps(me.user.emailVerified, shop, home);
  const missing = missingAtOpening(steps);
  if (steps.every(({ done }) => done)) return null;
  const done = (step: (typeof steps)[number]['step']) =>
    steps.some((each) => each.step === step && each.done);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="opening">
      <Stack>
        <Title order={2} id="opening">
          {t(shop.state === 'open' ? 'openingRest' : 'openingTitle')}
        </Title>
        <Step done={done('email')} title={t('stepEmail')}>
          {!done('email') && <EmailCode email={addressOf(me)} />}
        </Step>
        <Step done={done('programme')} title={t('stepProgramme')}>
          <AnchorLink to="/programme">{t('toProgramme')}</AnchorLink>
        </Step>
        <Step done={done('reward')} title={t('stepReward')}>
          <AnchorLink to={home.liveRewards > 0 ? '/rewards' : '/rewards/new'}>{t('toRewards')}</AnchorLink>
        </Step>
        <Step done={done('open')} title={t('stepOpen')}>
          <Stack gap="xs" align="flex-start">
            {byTheSteps ? (
              <ButtonLink to="/start" search={{ step: 'open' }}>
                {t('openMall')}
              </ButtonLink>
            ) : (
              <Button
                disabled={!done('email') || told.isPending}
                loading={open.isPending}
                onClick={missing.length > 0 ? warning.open : () => open.mutate(null)}
              >
                {t('openMall')}
              </Button>
            )}
            {!byTheSteps && !done('email') && <Text c="dimmed">{t('openNeedsEmail')}</Text>}
            {!warned && <ProblemAlert error={open.error} />}
          </Stack>
        </Step>
      </Stack>
      <Confirm
        opened={warned}
        onClose={warning.close}
        title={t('openTitle')}
        detail={
          <List>
            {missing.map((step) => (
              <List.Item key={step}>{t(`openWithout.${step}`)}</List.Item>
            ))}
          </List>
        }
        action={t('openAnyway')}
        pending={open.isPending}
        error={open.error}
        onConfirm={() => open.mutate(null)}
      />
    </Paper>
  );
}

function Step({ done, title, children }: { done: boolean; title: string; children: ReactNode }) {
  const t = useTranslations('home');
  return (
    <Group wrap="nowrap" align="flex-start" gap="sm">
      <ThemeIcon
        variant={done ? 'filled' : 'default'}
        radius="xl"
        size="md"
        role="img"
        aria-label={done ? t('stepDone') : t('stepToDo')}
      >
        {done ? <IconCheck size={16} /> : <IconCircle size={12} />}
      </ThemeIcon>
      <Stack gap={4} style={{ flex: 1, minWidth: 0 }}>
        <Text fw={600}>{title}</Text>
        {!done && children}
      </Stack>
    </Group>
  );
}
