import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { send } from '../api/client.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { signInWithPassword } from './auth.ts';
import { addressOf, type Me, useShop } from './session.ts';
import { askBy } from './session-end.ts';

/** Above every other dialog: what was typed in one of them waits behind it. */
const ON_TOP = 1_000;

/**
 * Asks for the password over whatever stands on the screen when the session has ended; what was asked of
 * the server meanwhile is asked again, under its own key. Whoever turns it down keeps what was typed too.
 */
export function SignInAgain() {
  const t = useTranslations('signIn');
  const again = useTranslations('again');
  const common = useTranslations('common');
  const { me, shop } = useShop();
  const [opened, setOpened] = useState(false);
  const [password, setPassword] = useState('');
  const answer = useRef<((signedIn: boolean) => void) | null>(null);
  const signIn = useMutation({
    mutationFn: async () => {
      await signInWithPassword({ email: addressOf(me), password });
      return send<Me>('/api/me', { method: 'GET' });
    },
    onSuccess(now) {
      // Somebody may belong to several shops: nothing of this screen is for another one.
      if (now.tenant?.id !== shop.id) return window.location.assign('/');
      close(true);
    },
  });
  const { reset } = signIn;
  useEffect(
    () =>
      askBy(() => {
        reset();
        setPassword('');
        setOpened(true);
        return new Promise((resolve) => {
          answer.current = resolve;
        });
      }),
    [reset],
  );
  const close = (signedIn: boolean) => {
    setOpened(false);
    answer.current?.(signedIn);
    answer.current = null;
  };
  return (
    <Modal
      opened={opened}
      onClose={() => close(false)}
      title={again('title')}
      zIndex={ON_TOP}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(event) => {
          // A form of the screen may stand around this one.
          event.stopPropagation();
          event.preventDefault();
          if (password !== '') signIn.mutate();
        }}
        noValidate
      >
        <Stack>
          <Text>{again('detail')}</Text>
          <TextInput label={t('email')} type="email" autoComplete="username" readOnly value={addressOf(me)} />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            data-autofocus
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            visibilityToggleButtonProps={{
              'aria-label': t('showPassword'),
              tabIndex: 0,
              'aria-hidden': false,
            }}
          />
          <ProblemAlert error={signIn.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => close(false)}>
              {common('back')}
            </Button>
            <SubmitButton pending={signIn.isPending}>{t('submit')}</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
