import { Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { type StaffRole, useShop } from '../session/session.ts';
import { changeRole, removeStaff, resetPin, type ShownLink, STAFF_KEY, type StaffMember } from './api.ts';
import { isStaffRole, mayChange, STAFF_ROLES } from './roles.ts';

type Props = { member: StaffMember; onShow: (link: ShownLink) => void };

/** Somebody of the staff: her role, her PIN and her place, as far as the reader may change them. */
export function StaffLine({ member, onShow }: Props) {
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
  const [resetting, reset] = useDisclosure(false);
  const renew = useSubmission({
    send: resetPin,
    refresh: [STAFF_KEY],
    onSuccess(link) {
      reset.close();
      onShow({ ...link, forName: member.name });
    },
  });
  const may = mayChange(me, member);
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" gap="sm">
        <Stack gap={0} style={{ minWidth: 0 }}>
          <Text fw={600}>
            {member.userId === me.user.id ? t('you', { name: isolated(member.name) }) : member.name}
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {member.email ?? t('byPin')}
          </Text>
        </Stack>
        <Group gap="sm">
          {may.role ? (
            <NativeSelect
              aria-label={t('roleOf', { name: isolated(member.name) })}
              value={member.role}
              data={STAFF_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
              disabled={change.isPending}
              onChange={({ currentTarget: { value } }) => {
                if (isStaffRole(value) && value !== member.role) setWanted(value);
              }}
            />
          ) : (
            <Text>{t(`roles.${member.role}`)}</Text>
          )}
          {may.pin && (
            <Button
              variant="default"
              onClick={reset.open}
              aria-label={t('resetPinOf', { name: isolated(member.name) })}
            >
              {t('resetPin')}
            </Button>
          )}
          {may.remove && (
            <Button
              variant="default"
              onClick={open}
              aria-label={t('removeOne', { name: isolated(member.name) })}
            >
              {t('remove')}
            </Button>
          )}
        </Group>
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
        opened={resetting}
        onClose={reset.close}
        title={t('resetPinTitle', { name: isolated(member.name) })}
        detail={t('resetPinDetail')}
        action={t('resetPin')}
        pending={renew.isPending}
        error={renew.error}
        onConfirm={() => renew.mutate({ userId: member.userId })}
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
