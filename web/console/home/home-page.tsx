import { Alert, Anchor, Text } from '@mantine/core';
import { IconClock, IconQrcode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { FirstSteps, useFirstStepsPending } from '../checklist/checklist.tsx';
import { ContinueCard } from '../onboarding/continue-card.tsx';
import { ButtonLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { mallHref } from '../session/hosts.ts';
import { type Me, type Shop, useShop } from '../session/session.ts';
import { AdviceCards } from './advice-cards.tsx';
import { type Home, homeQuery } from './api.ts';
import { Figures } from './figures.tsx';
import { FindMember } from './find-member.tsx';
import { openingSteps } from './model.ts';
import { OpeningSteps } from './opening-steps.tsx';
import { RecentEvents } from './recent-events.tsx';
import { ToDoList } from './to-do-list.tsx';
import { useMomentWords } from './use-moment-words.ts';
import { useToday } from './use-today.ts';

/** What must be done, is it working, what happened: the first look of the day. */
export function HomePage() {
  const t = useTranslations('home');
  const { me, shop } = useShop();
  const home = useQuery(homeQuery);
  const waits = useFirstStepsPending();
  const today = useToday();
  return (
    <Page
      title={shop.name}
      note={
        <>
          {today}
          {me.mallUrl && (
            <>
              {' · '}
              {t(phaseOf(shop))}
              {' · '}
              <Anchor href={mallHref(shop)} target="_blank" rel="noreferrer">
                {shop.state === 'open'
                  ? `${me.mallUrl.replace(/^https?:\/\//, '').replace(/\/$/, '')} ↗`
                  : t('preview')}
              </Anchor>
            </>
          )}
        </>
      }
      actions={
        me.mallUrl &&
        me.role !== 'clerk' && (
          <ButtonLink to="/poster" variant="default" leftSection={<IconQrcode size={20} aria-hidden />}>
            {t('share')}
          </ButtonLink>
        )
      }
    >
      <Loadable query={waits ? { ...home, data: undefined, error: null } : home} rows={4} rowHeight={88}>
        {(data) => (
          <>
            {data.dataUntil && <DataUntil at={data.dataUntil} />}
            {me.role === 'owner' && data.parkedRecords > 0 && (
              <Alert color="orange" variant="light" title={t('parkedTitle', { count: data.parkedRecords })}>
                <Text c="var(--mantine-color-text)">{t('parked')}</Text>
              </Alert>
            )}
            {me.role === 'owner' && shop.state === 'building' && <ContinueCard />}
            {me.role === 'owner' && <OpeningSteps home={data} />}
            <FirstSteps place="top" />
            <ToDoList home={data} opening={me.role === 'owner' && !isOpened(me, shop, data)} />
            <FindMember />
            {me.role !== 'clerk' && (
              <Figures home={data} beside={shop.state === 'open' && <AdviceCards home={data} />} />
            )}
            <RecentEvents events={data.recent} />
            <FirstSteps place="bottom" />
          </>
        )}
      </Loadable>
    </Page>
  );
}

function phaseOf({ state, closing }: Shop) {
  if (closing) return closing.isClosed ? 'closed' : 'closing';
  return state;
}

/** Nothing here is wrong, only older than a moment ago. */
function DataUntil({ at }: { at: string }) {
  const t = useTranslations('home');
  const moment = useMomentWords();
  return (
    <Alert color="gray" variant="light" icon={<IconClock size={20} aria-hidden />} role="status">
      <Text c="var(--mantine-color-text)">{t('dataUntil', { time: moment(at) })}</Text>
    </Alert>
  );
}

function isOpened(me: Me, shop: Shop, home: Home): boolean {
  return openingSteps(me.user.emailVerified, shop, home).every(({ done }) => done);
}
