import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { type StaffRole, useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import {
  changeRole,
  type Invitation,
  removeStaff,
  STAFF_KEY,
  type StaffMember,
  staffQuery,
  withdrawInvitation,
} from './api.ts';
import { InviteStaff } from './invite-staff.tsx';
import { isStaffRole, STAFF_ROLES } from './roles.ts';

/** Who works here and what each may do; invitations that wait for an answer. */
export function StaffPage() {
  const t = useTranslations('staff');
  const settings = useTranslations('settings');
  const staff = useQuery(staffQuery);
  const [inviting, invite] = useDisclosure(false);
  return (
    <Page
      title={settings('staff.title')}
      back={{ to: '/settings', label: settings('title') }}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={invite.open}>
          {t('invite')}
        </Button>
      }
    >
      <Loadable query={staff} rows={2}>
        {({ members, invitations }) => (
          <Stack>
            <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {members.map((member) => (
                <StaffLine key={member.userId} member={member} />
              ))}
            </Stack>
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
          </Stack>
        )}
      </Loadable>
      <InviteStaff opened={inviting} onClose={invite.close} />
    </Page>
  );
}

function StaffLine({ member }: { member: StaffMember }) {
  const t = useTranslations('staff');
  const { me } = useShop();
  const [removing, { open, close }] = useDisclosure(false);
  const [wanted, setWanted] = useState<StaffRole | null>(null);
  const change = useSubmission({
    send: changeRole,
    refresh: [STAFF_KEY],
    onSuccess() {
      notifyDone(t('roleChanged'));
      setWanted(null);
    },
  });
  const remove = useSubmission({
    send: removeStaff,
    refresh: [STAFF_KEY],
    onSuccess() {
      notifyDone(t('removed'));
      close();
    },
  });
  const fixed = member.userId === me.user.id || me.role !== 'owner';
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" gap="sm">
        <Stack gap={0} style={{ minWidth: 0 }}>
          <Text fw={600}>
            {member.userId === me.user.id ? t('you', { name: isolated(member.name) }) : member.name}
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {member.email}
          </Text>
        </Stack>
        {fixed ? (
          <Text>{t(`roles.${member.role}`)}</Text>
        ) : (
          <Group gap="sm">
            <NativeSelect
              aria-label={t('roleOf', { name: isolated(member.name) })}
              value={member.role}
              data={STAFF_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
              disabled={change.isPending}
              onChange={({ currentTarget: { value } }) => {
                if (isStaffRole(value) && value !== member.role) setWanted(value);
              }}
            />
            <Button
              variant="default"
              onClick={open}
              aria-label={t('removeOne', { name: isolated(member.name) })}
            >
              {t('remove')}
            </Button>
          </Group>
        )}
      </Group>
      <Confirm
        opened={wanted !== null}
        onClose={() => {
          setWanted(null);
          change.reset();
        }}
        title={t('roleTitle', { name: isolated(member.name) })}
        detail={
          wanted &&
          t('roleDetail', {
            from: t(`roles.${member.role}`),
            to: t(`roles.${wanted}`),
            may: t(`roleMay.${wanted}`),
          })
        }
        action={t('roleConfirm')}
        pending={change.isPending}
        error={change.error}
        onConfirm={() => wanted && change.mutate({ userId: member.userId, role: wanted })}
        dangerous={wanted === 'owner'}
      />
      <Confirm
        opened={removing}
        onClose={close}
        title={t('removeOne', { name: isolated(member.name) })}
        detail={t('removeDetail')}
        action={t('remove')}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ userId: member.userId })}
        dangerous
      />
    </Paper>
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
