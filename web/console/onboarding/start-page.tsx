import { Anchor, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import {
  ONBOARDING_STEPS,
  type Onboarding,
  type OnboardingStep,
  stepBeside,
} from '../../../src/domain/onboarding/onboarding.ts';
import { GOALS } from '../../../src/domain/shop.ts';
import { LanguageSelect } from '../locale/language-select.tsx';
import { AnchorLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { useTabTitle } from '../parts/use-tab-title.ts';
import { EmailCode } from '../session/email-code.tsx';
import { addressOf, useShop } from '../session/session.ts';
import { onboardingQuery } from './api.ts';
import { BrandStep } from './brand-step.tsx';
import { BusinessStep } from './business-step.tsx';
import { GoalStep } from './goal-step.tsx';
import './cards.css';
import './onboarding.css';
import './rewards.css';
import { OpenStep } from './open-step.tsx';
import { RewardsStep } from './rewards-step.tsx';
import { useOnboarding } from './use-onboarding.ts';
import { usePlan } from './use-plan.ts';

/** From a new shop to an open mall: five steps, each filled in, none that must be done. */
export function StartPage() {
  const t = useTranslations('start');
  useTabTitle(t('title'));
  const { me, shop } = useShop();
  // Who opens it here is led on to the poster by the last step itself.
  const [wasOpen] = useState(shop.state === 'open');
  const answer = useQuery(onboardingQuery);
  if (wasOpen || me.role !== 'owner') return <Navigate to="/" replace />;
  return (
    <div className="start">
      <header className="startHead">
        <Text fw={650} truncate>
          {shop.name}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <LanguageSelect />
          <AnchorLink to="/" className="startLeave" underline="hover">
            {t('leave')}
          </AnchorLink>
        </Group>
      </header>
      <Loadable query={answer} rows={4} rowHeight={72}>
        {(data) => <Steps answer={data} />}
      </Loadable>
    </div>
  );
}

function Steps({ answer }: { answer: Onboarding }) {
  const t = useTranslations('start');
  const { me } = useShop();
  const navigate = useNavigate();
  const { state, tell, keep, keeping } = useOnboarding(answer);
  const plan = usePlan(state);
  const { step = state.step } = useSearch({ from: '/start' });
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its top, read out from its heading.
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  const go = (to: OnboardingStep) => {
    tell({ step: to });
    void navigate({ to: '/start', search: { step: to } });
  };
  const forward = (parts: Partial<Onboarding> = {}) => {
    const next = stepBeside(step, 1);
    if (next === null) return void navigate({ to: '/' });
    tell({ ...parts, step: next });
    void navigate({ to: '/start', search: { step: next } });
  };
  const before = stepBeside(step, -1);
  const props = { state, tell, keeping, plan };
  const proof = !me.user.emailVerified && <EmailWaits opened={step === 'goal'} />;
  return (
    <>
      <Progress step={step} onStep={go} />
      <main className="startMain">
        <div>
          <Title order={1} ref={heading} tabIndex={-1} className="startTitle">
            {t(`${step}.title`)}
          </Title>
          <Text c="dimmed">{t(`${step}.lead`)}</Text>
        </div>
        {step !== 'goal' && step !== 'open' && proof}
        {step === 'goal' && <GoalStep {...props} />}
        {step === 'business' && <BusinessStep {...props} />}
        {step === 'rewards' && <RewardsStep {...props} />}
        {step === 'brand' && <BrandStep {...props} />}
        {step === 'open' && <OpenStep {...props} keep={keep} />}
        {step === 'goal' && proof}
      </main>
      <footer className="startFoot">
        <div className="startFootRow">
          {before ? (
            <Button variant="default" onClick={() => go(before)}>
              {t('back')}
            </Button>
          ) : (
            <span />
          )}
          <Text size="sm" c="dimmed" role="status" className="startKept" data-keeping={keeping}>
            {keeping === 'failed' ? t('notSaved') : keeping === 'waiting' ? t('saving') : ''}
          </Text>
          <Button variant="subtle" onClick={() => forward()}>
            {t('later')}
          </Button>
          {step !== 'open' && (
            <Button onClick={() => forward(step === 'goal' ? { goal: state.goal ?? GOALS[0] } : {})}>
              {t('next')}
            </Button>
          )}
        </div>
      </footer>
    </>
  );
}

/** Where she is, and the way to any other step. */
function Progress({ step, onStep }: { step: OnboardingStep; onStep: (step: OnboardingStep) => void }) {
  const t = useTranslations('start');
  const at = ONBOARDING_STEPS.indexOf(step);
  return (
    <nav aria-label={t('title')} className="startProgress">
      <ol>
        {ONBOARDING_STEPS.map((each, place) => (
          <li key={each} data-done={place < at || undefined}>
            <button
              type="button"
              aria-current={each === step ? 'step' : undefined}
              onClick={() => onStep(each)}
            >
              <span>{t(`steps.${each}`)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The e-mail is proved in this tab, while building goes on. */
function EmailWaits({ opened: atFirst }: { opened: boolean }) {
  const t = useTranslations('start');
  const { me } = useShop();
  const [opened, setOpened] = useState(false);
  if (opened || atFirst) {
    return (
      <Paper withBorder p="md">
        <EmailCode email={addressOf(me)} />
      </Paper>
    );
  }
  return (
    <Group gap="xs" className="startWaits">
      <Text c="dimmed" size="sm">
        {t('codeWaiting')}
      </Text>
      <Anchor component="button" type="button" size="sm" onClick={() => setOpened(true)}>
        {t('codeEnter')}
      </Anchor>
    </Group>
  );
}
