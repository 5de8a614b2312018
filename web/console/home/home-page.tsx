import { Alert, Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { FirstSteps, useFirstStepsPending } from '../checklist/checklist.tsx';
import { ContinueCard } from '../onboarding/continue-card.tsx';
import { AnchorLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { Age } from '../redemptions/age.tsx';
import { isLate } from '../redemptions/model.ts';
import { mallHref } from '../session/hosts.ts';
import { type Me, type Shop, useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { type Home, homeQuery } from './api.ts';
import { FindMember } from './find-member.tsx';
import { figuresFirst, openingSteps, toDos } from './model.ts';
import { OpeningSteps } from './opening-steps.tsx';
import { RecentEvents } from './recent-events.tsx';

/** What must be done, is it working, what happened: the first look of the day. */
export function HomePage() {
  const t = useTranslations('home');
  const { me, shop } = useShop();
  const home = useQuery(homeQuery);
  const waits = useFirstStepsPending();
  return (
    <Page
      title={shop.name}
      note={
        me.mallUrl && (
          <>
            {shop.state === 'open' ? t('open') : t('building')} ·{' '}
            <Anchor href={mallHref(shop)} target="_blank" rel="noreferrer">
              {shop.state === 'open'
                ? me.mallUrl.replace(/^https?:\/\//, '').replace(/\/$/, '')
                : t('preview')}
            </Anchor>
            {me.role !== 'clerk' && (
              <>
                {' '}
                · <AnchorLink to="/poster">{t('share')}</AnchorLink>
              </>
            )}
          </>
        )
      }
    >
      <Loadable query={waits ? { ...home, data: undefined, error: null } : home} rows={4} rowHeight={88}>
        {(data) => (
          <>
            {me.role === 'owner' && data.parkedRecords > 0 && (
              <Alert color="orange" variant="light" title={t('parkedTitle', { count: data.parkedRecords })}>
                <Text c="var(--mantine-color-text)">{t('parked')}</Text>
              </Alert>
            )}
            {me.role === 'owner' && shop.state === 'building' && <ContinueCard />}
            {me.role === 'owner' && <OpeningSteps home={data} />}
            <FirstSteps place="top" />
            <FindMember />
            <ToDoList home={data} opening={me.role === 'owner' && !isOpened(me, shop, data)} />
            <Figures home={data} />
            <RecentEvents events={data.recent} />
            <FirstSteps place="bottom" />
          </>
        )}
      </Loadable>
    </Page>
  );
}

function isOpened(me: Me, shop: Shop, home: Home): boolean {
  return openingSteps(me.user.emailVerified, shop, home).every(({ done }) => done);
}

function ToDoList({ home, opening }: { home: Home; opening: boolean }) {
  const t = useTranslations('home');
  const waiting = toDos(home);
  return (
    <Stack gap="sm" component="section" aria-labelledby="to-do">
      <Title order={2} id="to-do">
        {t('toDo')}
      </Title>
      {waiting.length === 0 ? (
        <Text c="dimmed">{t(opening ? 'nothingToShip' : 'allDone')}</Text>
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          {waiting.map(({ list, count }) => (
            <Paper key={list} withBorder>
              <Link
                {...(list === 'questions'
                  ? { to: '/questions' as const }
                  : { to: '/redemptions' as const, search: list === 'to_ship' ? {} : { tab: list } })}
                className="rowLink"
                style={{
                  padding: 16,
                  display: 'flex',
                  justifyContent: 'space-between',
                  alignItems: 'center',
                }}
              >
                <span>
                  <Text fw={600} className="figures">
                    {t(`lists.${list}`, { count })}
                  </Text>
                  {list === 'to_ship' && home.oldestToShipAt && (
                    <Age
                      atMs={Date.parse(home.oldestToShipAt)}
                      late={isLate('confirmed', Date.parse(home.oldestToShipAt), Date.now())}
                    />
                  )}
                </span>
                <IconChevronRight size={20} aria-hidden />
              </Link>
            </Paper>
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}

function Figures({ home }: { home: Home }) {
  const t = useTranslations('home');
  const { shop } = useShop();
  const format = useFormat();
  const figures = figuresFirst(shop.goal, [
    { name: 'members', value: format.count(home.members) },
    { name: 'balance', value: format.points(home.balancePoints) },
    { name: 'earned', value: format.points(home.earnedPoints) },
    { name: 'redeemed', value: format.points(home.redeemedPoints) },
    // A shop that takes points alone has no cash to look at.
    ...(home.cashTakenMinor > 0 || home.cashRefundedMinor > 0
      ? ([
          { name: 'cashTaken', value: format.money(home.cashTakenMinor, shop.currency) },
          { name: 'cashRefunded', value: format.money(home.cashRefundedMinor, shop.currency) },
        ] as const)
      : []),
  ] as const);
  return (
    <Stack gap="sm" component="section" aria-labelledby="figures">
      <Title order={2} id="figures">
        {t('figures')}
      </Title>
      <SimpleGrid component="dl" cols={{ base: 2, md: 4 }} spacing="sm" m={0}>
        {figures.map(({ name, value }) => (
          <Paper key={name} withBorder p="md">
            <Text component="dt" c="dimmed">
              {t(`figure.${name}`)}
            </Text>
            <Text component="dd" m={0} fz={20} fw={650} className="figures">
              {value}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
