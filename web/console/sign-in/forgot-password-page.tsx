import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { AnchorLink } from '../parts/links.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { PlainPage } from '../parts/plain-page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { resetPassword, sendPasswordCode } from '../session/auth.ts';
import { looksLikeEmail } from '../session/email.ts';
import { isPasswordLength, PASSWORD_CHARACTERS } from '../session/password.ts';

/** A code to the address, then a new password; every other session ends with it. */
export function ForgotPasswordPage() {
  const t = useTranslations('signIn');
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <PlainPage title={t('forgotTitle')}>
      {sentTo === null ? <AskForCode onSent={setSentTo} /> : <ChoosePassword email={sentTo} />}
      <AnchorLink to="/sign-in">{t('toSignIn')}</AnchorLink>
    </PlainPage>
  );
}

function AskForCode({ onSent }: { onSent: (email: string) => void }) {
  const t = useTranslations('signIn');
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (email) => (looksLikeEmail(email) ? null : t('emailWrong')) },
  });
  const ask = useMutation({
    mutationFn: (email: string) => sendPasswordCode(email),
    onSuccess: (_answer, email) => onSent(email),
  });
  return (
    <form onSubmit={form.onSubmit(({ email }) => ask.mutate(email.trim()))} noValidate>
      <Stack>
        <Text c="dimmed">{t('forgotLead')}</Text>
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          {...form.getInputProps('email')}
        />
        <ProblemAlert error={ask.error} />
        <Button type="submit" loading={ask.isPending}>
          {t('forgotSend')}
        </Button>
      </Stack>
    </form>
  );
}

function ChoosePassword({ email }: { email: string }) {
  const t = useTranslations('signIn');
  const sign = useTranslations('signUp');
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { code: '', password: '' },
    validate: {
      code: (code) => (/^\d{6}$/.test(code.trim()) ? null : t('codeWrong')),
      password: (password) =>
        isPasswordLength(password) ? null : sign('passwordWrong', PASSWORD_CHARACTERS),
    },
  });
  const reset = useMutation({
    mutationFn: ({ code, password }: typeof form.values) =>
      resetPassword({ email, code: code.trim(), password }),
    async onSuccess() {
      notifyDone(t('passwordChanged'));
      await navigate({ to: '/sign-in' });
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => reset.mutate(values))} noValidate>
      <Stack>
        <Text c="dimmed">{t('codeSent', { email })}</Text>
        <TextInput
          label={t('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          required
          {...form.getInputProps('code')}
        />
        <PasswordInput
          label={t('newPassword')}
          description={sign('passwordHint', { characters: PASSWORD_CHARACTERS.min })}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0, 'aria-hidden': false }}
          {...form.getInputProps('password')}
        />
        <ProblemAlert error={reset.error} />
        <Button type="submit" loading={reset.isPending}>
          {t('setPassword')}
        </Button>
      </Stack>
    </form>
  );
}
