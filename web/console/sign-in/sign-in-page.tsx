import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl/react';
import { deviceQuery } from '../clerk/api.ts';
import { AnchorLink } from '../parts/links.tsx';
import { PlainPage } from '../parts/plain-page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { signInWithPassword } from '../session/auth.ts';
import { looksLikeEmail } from '../session/email.ts';
import { ME_KEY } from '../session/session.ts';

const PinSignIn = lazy(async () => ({ default: (await import('../clerk/pin-sign-in.tsx')).PinSignIn }));

/** E-mail and password; leads back to the page that asked for them. */
export function SignInPage() {
  const t = useTranslations('signIn');
  const router = useRouter();
  const client = useQueryClient();
  const device = useQuery(deviceQuery);
  const { next } = useSearch({ from: '/sign-in' });
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (looksLikeEmail(email) ? null : t('emailWrong')),
      password: (password) => (password === '' ? t('passwordMissing') : null),
    },
  });
  const signIn = useMutation({
    mutationFn: signInWithPassword,
    async onSuccess() {
      await client.resetQueries({ queryKey: ME_KEY });
      router.history.push(next ?? '/');
    },
  });
  return (
    <PlainPage title={t('title')}>
      {device.data && device.data.clerks.length > 0 && (
        <Suspense fallback={null}>
          <PinSignIn device={device.data} />
        </Suspense>
      )}
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
        <Stack>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{
              'aria-label': t('showPassword'),
              tabIndex: 0,
              'aria-hidden': false,
            }}
            {...form.getInputProps('password')}
          />
          <ProblemAlert error={signIn.error} />
          <Button type="submit" loading={signIn.isPending}>
            {t('submit')}
          </Button>
          <AnchorLink to="/forgot-password">{t('forgot')}</AnchorLink>
          <Text>
            {t('noShop')} <AnchorLink to="/sign-up">{t('toSignUp')}</AnchorLink>
          </Text>
        </Stack>
      </form>
    </PlainPage>
  );
}
