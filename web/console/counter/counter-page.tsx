import { Box, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl/react';
import { KeepDevice } from '../clerk/keep-device.tsx';
import { ButtonLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { BackStepsProvider } from '../parts/use-back-steps.tsx';
import { useTabTitle } from '../parts/use-tab-title.ts';
import { keepSession } from '../session/kept-session.ts';
import { useShop } from '../session/session.ts';
import { counterQuery } from './counter-query.ts';
import './counter.css';
import './people.css';
import type { Counter } from './api.ts';
import { BranchPill } from './branch/branch-pill.tsx';
import { ChooseBranch } from './branch/choose-branch.tsx';
import { useBranch } from './branch/use-branch.ts';
import { CounterDesk } from './counter-desk.tsx';
import { keepCounter } from './keep-counter.ts';
import { ownerOf } from './queue/kept-grant.ts';
import { LeftPill } from './queue/left-pill.tsx';
import { WaitingPill } from './queue/waiting-pill.tsx';
import { RecentGrants } from './recent-grants.tsx';

/** Where a clerk spends the day: who is it, how much, done. */
export function CounterPage() {
  const t = useTranslations('counter');
  useTabTitle(t('title'));
  const { me } = useShop();
  const counter = useQuery(counterQuery(ownerOf(me)));
  const { data, isPlaceholderData } = counter;
  useEffect(() => {
    if (data === undefined || isPlaceholderData) return;
    keepSession(me, data);
    void keepCounter().catch(() => {});
  }, [me, data, isPlaceholderData]);
  return (
    <BackStepsProvider>
      <Box className="counter">
        <div className="counterMain">
          <header className="counterHead">
            <Title order={1}>{t('title')}</Title>
            <div className="counterHeadActions">
              {data && <BranchOf counter={data} />}
              <LeftPill />
              <WaitingPill />
              <ButtonLink to="/counter/slip" variant="subtle" className="counterToday">
                {t('today')}
              </ButtonLink>
            </div>
          </header>
          <KeepDevice />
          <Loadable query={counter} rows={4} rowHeight={84}>
            {(settings) => <Counting counter={settings} />}
          </Loadable>
        </div>
        <Box component="aside" className="counterAside" aria-label={t('recent')}>
          <Title order={2} mb="sm">
            {t('recent')}
          </Title>
          <RecentGrants />
        </Box>
      </Box>
    </BackStepsProvider>
  );
}

/** Of several branches one is chosen before the first member: once on a device. */
function Counting({ counter }: { counter: Counter }) {
  const t = useTranslations('counter');
  const branch = useBranch(counter);
  if (branch.kind !== 'unknown') return <CounterDesk counter={counter} />;
  return (
    <section className="counterStep" aria-labelledby="branch">
      <Title order={2} id="branch">
        {t('branch')}
      </Title>
      <Text c="dimmed">{t('branchHint')}</Text>
      <ChooseBranch branches={counter.branches} />
    </section>
  );
}

function BranchOf({ counter }: { counter: Counter }) {
  const branch = useBranch(counter);
  return branch.kind === 'chosen' ? (
    <BranchPill branches={counter.branches} branchId={branch.branchId} />
  ) : null;
}
