import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { signUpWithPassword } from '../session/auth.ts';
import { looksLikeEmail } from '../session/email.ts';
import { isPasswordLength, PASSWORD_CHARACTERS } from '../session/password.ts';
import { ME_KEY } from '../session/session.ts';

/** The account of someone who was invited: her name stands in the audit log beside what she does. */
export function NewColleague({ email }: { email: string }) {
  const t = useTranslations('invitation');
  const common = useTranslations('signUp');
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: '', email, password: '' },
    validate: {
      name: (name) => (name.trim() === '' ? t('nameMissing') : null),
      email: (email) => (looksLikeEmail(email) ? null : common('emailWrong')),
      password: (password) =>
        isPasswordLength(password) ? null : common('passwordWrong', PASSWORD_CHARACTERS),
    },
  });
  const signUp = useMutation({
    mutationFn: ({ name, email, password }: typeof form.values) =>
      signUpWithPassword({ name: name.trim(), email: email.trim(), password }),
    onSuccess: () => client.resetQueries({ queryKey: ME_KEY }),
  });
  return (
    <form onSubmit={form.onSubmit((values) => signUp.mutate(values))} noValidate>
      <Stack>
        <TextInput label={t('name')} autoComplete="name" required {...form.getInputProps('name')} />
        <TextInput
          label={common('email')}
          type="email"
          autoComplete="email"
          required
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={common('password')}
          description={common('passwordHint', { characters: PASSWORD_CHARACTERS.min })}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={{
            'aria-label': common('showPassword'),
            tabIndex: 0,
            'aria-hidden': false,
          }}
          {...form.getInputProps('password')}
        />
        <ProblemAlert error={signUp.error} />
        <Button type="submit" loading={signUp.isPending}>
          {t('makeAccount')}
        </Button>
      </Stack>
    </form>
  );
}
