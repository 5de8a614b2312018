import { Button, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl/react';
import { fieldErrors } from '../api/field-errors.ts';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { looksLikeEmail } from '../session/email.ts';
import { useShop } from '../session/session.ts';
import { inviteStaff, STAFF_KEY } from './api.ts';
import { isStaffRole, rolesToInvite } from './roles.ts';

/** An e-mail address and a role; the letter's link does the rest. */
export function InviteStaff({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('staff');
  const common = useTranslations('common');
  const { me } = useShop();
  const form = useForm({
    initialValues: { email: '', role: 'clerk' },
    validate: { email: (email) => (looksLikeEmail(email) ? null : t('emailWrong')) },
  });
  const invite = useSubmission({
    send: inviteStaff,
    refresh: [STAFF_KEY],
    onSuccess(_answer, { email }) {
      notifyDone(t('invited', { email }));
      form.reset();
      onClose();
    },
  });
  const submit = form.onSubmit((values) => {
    const role = isStaffRole(values.role) ? values.role : 'clerk';
    invite.mutate(
      { email: values.email.trim(), role },
      { onError: (error) => form.setErrors(fieldErrors(error, values, () => t('emailWrong'))) },
    );
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('invite')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="off"
            data-autofocus
            required
            {...form.getInputProps('email')}
          />
          <Radio.Group label={t('role')} {...form.getInputProps('role')}>
            <Stack gap="sm" mt="xs">
              {rolesToInvite(me.role ?? 'clerk').map((role) => (
                <Radio
                  key={role}
                  value={role}
                  size="md"
                  label={t(`roles.${role}`)}
                  description={t(`roleMay.${role}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <ProblemAlert error={invite.error} values={form.values} />
          <Button type="submit" loading={invite.isPending}>
            {t('inviteSubmit')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
