import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMail, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { type StaffRole, useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import {
  type Invitation,
  makeClerkLink,
  type ShownLink,
  STAFF_KEY,
  staffQuery,
  withdrawInvitation,
} from './api.ts';
import { ClerkLinkLine } from './clerk-link-line.tsx';
import { ClerkLinkSheet } from './clerk-link-sheet.tsx';
import { InviteStaff } from './invite-staff.tsx';
import { StaffLine } from './staff-line.tsx';

/** How soon a link that was used is seen to be. */
const LINKS_AGAIN_MS = 10_000;

/** Who works here and what each may do; invitations that wait for an answer. */
export function StaffPage() {
  const t = useTranslations('staff');
  const settings = useTranslations('settings');
  // Whoever joins by a link does so on another device: it is gone from here soon after.
  const staff = useQuery({
    ...staffQuery,
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => (state.data?.links.length ? LINKS_AGAIN_MS : false),
  });
  const { shop } = useShop();
  const [inviting, invite] = useDisclosure(false);
  const [shown, setShown] = useState<ShownLink | null>(null);
  const make = useSubmission({
    send: makeClerkLink,
    refresh: [STAFF_KEY],
    onSuccess: (link) => setShown({ ...link, forName: null }),
  });
  return (
    <Page
      title={settings('staff.title')}
      back={{ to: '/settings', label: settings('title') }}
      actions={
        <>
          <Button variant="default" leftSection={<IconMail size={18} aria-hidden />} onClick={invite.open}>
            {t('invite')}
          </Button>
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            loading={make.isPending}
            onClick={() => make.mutate({})}
          >
            {t('addClerk')}
          </Button>
        </>
      }
    >
      <ProblemAlert error={make.error} />
      <Loadable query={staff} rows={2}>
        {({ members, invitations, links }) => (
          <Stack>
            <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {members.map((member) => (
                <StaffLine key={member.userId} member={member} onShow={setShown} />
              ))}
            </Stack>
            {links.length > 0 && (
              <Stack gap="sm" component="section" aria-labelledby="clerk-links">
                <Title order={2} id="clerk-links">
                  {t('links')}
                </Title>
                <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
                  {links.map((link) => (
                    <ClerkLinkLine key={link.id} link={link} onShow={setShown} />
                  ))}
                </Stack>
              </Stack>
            )}
            {invitations.length > 0 && (
              <Stack gap="sm" component="section" aria-labelledby="invitations">
                <Title order={2} id="invitations">
                  {t('invitations')}
                </Title>
                <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
                  {invitations.map((invitation) => (
                    <InvitationLine key={invitation.id} invitation={invitation} />
                  ))}
                </Stack>
              </Stack>
            )}
            <ListEnd />
          </Stack>
        )}
      </Loadable>
      <InviteStaff opened={inviting} onClose={invite.close} />
      <ClerkLinkSheet link={shown} shopName={shop.name} onClose={() => setShown(null)} />
    </Page>
  );
}

function InvitationLine({ invitation }: { invitation: Invitation }) {
  const t = useTranslations('staff');
  const format = useFormat();
  const [gone, setGone] = useState(false);
  const withdraw = useSubmission({
    send: withdrawInvitation,
    refresh: [STAFF_KEY],
    onSuccess() {
      setGone(true);
      notifyDone(t('withdrawn'));
    },
  });
  if (gone) return null;
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" gap="sm">
        <Stack gap={0} style={{ minWidth: 0 }}>
          <Text style={{ overflowWrap: 'anywhere' }}>{invitation.email}</Text>
          <Text size="sm" c="dimmed">
            {t(`roles.${invitation.role satisfies StaffRole}`)} ·{' '}
            {t('until', { time: format.dateTime(Date.parse(invitation.expiresAt), Date.now()) })}
          </Text>
        </Stack>
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ id: invitation.id })}
        >
          {t('withdraw')}
        </Button>
      </Group>
      {withdraw.isError && <ProblemAlert error={withdraw.error} />}
    </Paper>
  );
}
