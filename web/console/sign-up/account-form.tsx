import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { read } from '../api/client.ts';
import { AnchorLink } from '../parts/links.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { signUpWithPassword } from '../session/auth.ts';
import { looksLikeEmail } from '../session/email.ts';
import { isPasswordLength, PASSWORD_CHARACTERS } from '../session/password.ts';
import { ME_KEY, type Me } from '../session/session.ts';
import { makeShop } from './make-shop.ts';
import { ProposedAddress } from './proposed-address.tsx';
import { rememberShopName } from './remembered-shop-name.ts';

/** Shop name, e-mail, password: all that is asked. The shop is made with it; the rest is filled in later. */
export function AccountForm() {
  const t = useTranslations('signUp');
  const client = useQueryClient();
  const form = useForm({
    initialValues: { shopName: '', email: '', password: '' },
    validate: {
      shopName: (name) => (name.trim() === '' ? t('shopNameMissing') : null),
      email: (email) => (looksLikeEmail(email) ? null : t('emailWrong')),
      password: (password) => (isPasswordLength(password) ? null : t('passwordWrong', PASSWORD_CHARACTERS)),
    },
  });
  const signUp = useMutation({
    async mutationFn(values: typeof form.values) {
      const name = values.shopName.trim();
      rememberShopName(name);
      const email = values.email.trim();
      await signUpWithPassword({ name: email.split('@')[0] ?? email, email, password: values.password });
      const me = await read<Me>('/me');
      // The account is there: what goes wrong from here on is finished by the form for accounts without a shop.
      if (me.tenant === null) await makeShop({ name, userId: me.user.id }).catch(() => undefined);
    },
    onSuccess: () => client.resetQueries({ queryKey: ME_KEY, exact: true }),
  });
  return (
    <form onSubmit={form.onSubmit((values) => signUp.mutate(values))} noValidate>
      <Stack>
        <Text c="dimmed">{t('lead')}</Text>
        <TextInput
          label={t('shopName')}
          autoComplete="organization"
          maxLength={60}
          required
          description={<ProposedAddress name={form.values.shopName} />}
          {...form.getInputProps('shopName')}
        />
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="email"
          required
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          description={t('passwordHint', { characters: PASSWORD_CHARACTERS.min })}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0, 'aria-hidden': false }}
          {...form.getInputProps('password')}
        />
        <ProblemAlert error={signUp.error} />
        <Button type="submit" loading={signUp.isPending}>
          {t('submit')}
        </Button>
        <Text>
          {t('haveShop')} <AnchorLink to="/sign-in">{t('toSignIn')}</AnchorLink>
        </Text>
      </Stack>
    </form>
  );
}
