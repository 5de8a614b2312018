import { Alert, Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { joinLinksQuery } from '../join-links/api.ts';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { RemoveTestMember } from '../poster/test-member.tsx';
import { MemberProfile } from '../profile-form/member-profile.tsx';
import { MemberRedemptions } from '../redemptions/member-redemptions.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { AdjustPoints } from './adjust-points.tsx';
import { type MemberOverview, memberQuery } from './api.ts';
import { EditMember } from './edit-member.tsx';
import { EntryLines } from './entry-lines.tsx';
import { FreezeMember } from './freeze-member.tsx';
import { GivePoints } from './give-points.tsx';
import { memberName, spacedNumber } from './model.ts';
import { Timeline } from './timeline.tsx';

/** One member: what she has, why, and what the shop can do for her. */
export function MemberPage() {
  const t = useTranslations('members');
  const { memberId } = useParams({ from: '/shop/members/$memberId' });
  const member = useQuery(memberQuery(memberId));
  return (
    <Page
      title={member.data ? memberName(member.data.member) : t('member')}
      back={{ to: '/members', label: t('title') }}
      note={member.data && <Contact member={member.data.member} />}
    >
      <Loadable query={member} rows={3} rowHeight={96}>
        {(overview) => <Profile overview={overview} />}
      </Loadable>
    </Page>
  );
}

function Contact({ member }: { member: MemberOverview['member'] }) {
  const t = useTranslations('members');
  const format = useFormat();
  const { me } = useShop();
  const links = useQuery({ ...joinLinksQuery, enabled: member.joinLinkId !== null && me.role !== 'clerk' });
  const link = links.data?.links.find(({ id }) => id === member.joinLinkId);
  const source = link?.name ?? (member.joinedFrom && t(`joinSource.${member.joinedFrom}`));
  const parts = [
    `${t('number')} ${spacedNumber(member.number)}`,
    member.phone,
    member.email,
    t('joined', { date: format.date(Date.parse(member.createdAt), Date.now()) }),
    source && t('joinedFrom', { source }),
  ];
  return (
    <span className="figures">
      {parts.filter((part) => part !== null && part !== memberName(member)).join(' · ')}
    </span>
  );
}

function Profile({ overview }: { overview: MemberOverview }) {
  const t = useTranslations('members');
  const format = useFormat();
  const { me } = useShop();
  const [giving, give] = useDisclosure(false);
  const [adjusting, adjust] = useDisclosure(false);
  const [editing, edit] = useDisclosure(false);
  const [freezing, freeze] = useDisclosure(false);
  const isFrozen = overview.frozenAt !== null;
  return (
    <>
      <Paper withBorder p="md">
        <Stack>
          <Balances overview={overview} />
          {overview.frozenAt !== null && (
            <Alert color="red" variant="light" title={t('frozen')}>
              {t('frozenSince', { date: format.dateTime(Date.parse(overview.frozenAt), Date.now()) })}
            </Alert>
          )}
          <MemberProfile memberId={overview.member.id} />
          {overview.member.isTest && overview.member.state === 'active' && <TestMemberLine />}
          <Group gap="sm">
            <Button onClick={give.open} disabled={isFrozen}>
              {t('give')}
            </Button>
            {me.role !== 'clerk' && (
              <>
                <Button variant="default" onClick={adjust.open}>
                  {t('adjust')}
                </Button>
                <Button variant="default" onClick={edit.open}>
                  {t('edit')}
                </Button>
                {overview.member.state !== 'erased' && (
                  <Button variant="default" onClick={freeze.open}>
                    {t(isFrozen ? 'unfreeze' : 'freeze')}
                  </Button>
                )}
              </>
            )}
          </Group>
        </Stack>
      </Paper>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Stack gap="sm" component="section" aria-labelledby="entries">
          <Title order={2} id="entries">
            {me.role === 'clerk' ? t('entries', { unit: format.unitTitle }) : t('story')}
          </Title>
          {me.role === 'clerk' ? (
            <EntryLines memberId={overview.member.id} />
          ) : (
            <Timeline memberId={overview.member.id} />
          )}
        </Stack>
        <Stack gap="sm" component="section" aria-labelledby="redemptions">
          <Title order={2} id="redemptions">
            {t('redemptions')}
          </Title>
          <MemberRedemptions memberId={overview.member.id} />
        </Stack>
      </SimpleGrid>
      <GivePoints opened={giving} onClose={give.close} member={overview.member} />
      {editing && <EditMember onClose={edit.close} member={overview.member} />}
      {freezing && <FreezeMember member={overview.member} freezes={!isFrozen} onClose={freeze.close} />}
      <AdjustPoints opened={adjusting} onClose={adjust.close} member={overview.member} />
    </>
  );
}

/** The owner's own try says that it is one, and goes in one tap. */
function TestMemberLine() {
  const t = useTranslations();
  const { me } = useShop();
  return (
    <Group gap="sm" justify="space-between">
      <Stack gap={4} style={{ flex: '1 1 260px' }}>
        <Badge variant="light" color="gray" autoContrast>
          {t('members.testMember')}
        </Badge>
        <Text size="sm" c="dimmed">
          {t('poster.try.done')}
        </Text>
      </Stack>
      {me.role === 'owner' && <RemoveTestMember />}
    </Group>
  );
}

/** One big figure; what is not available yet stands small below it. */
function Balances({ overview: { balances, expiries, maturities } }: { overview: MemberOverview }) {
  const t = useTranslations('members');
  const format = useFormat();
  const nowMs = Date.now();
  const soonest = expiries.find(({ expiresAt }) => expiresAt !== null);
  const matures = maturities.find(({ availableAt }) => availableAt !== null);
  const lines = [
    balances.pendingPoints > 0 &&
      (matures?.availableAt
        ? t('pendingUntil', {
            points: format.points(balances.pendingPoints),
            date: format.date(Date.parse(matures.availableAt), nowMs),
          })
        : t('pending', { points: format.points(balances.pendingPoints) })),
    balances.heldPoints > 0 && t('held', { points: format.points(balances.heldPoints) }),
    balances.debtPoints > 0 && t('debt', { points: format.points(balances.debtPoints) }),
    soonest?.expiresAt &&
      t('expires', {
        points: format.points(soonest.points),
        date: format.lastDay(Date.parse(soonest.expiresAt), nowMs),
      }),
  ].filter((line) => typeof line === 'string');
  return (
    <div>
      <Text c="dimmed">{t('available')}</Text>
      <Text fz={32} fw={650} lh={1.2} className="figures">
        {format.points(balances.availablePoints)}
      </Text>
      {lines.map((line) => (
        <Text key={line} c="dimmed" className="figures">
          {line}
        </Text>
      ))}
    </div>
  );
}
