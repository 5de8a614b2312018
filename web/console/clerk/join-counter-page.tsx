import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { isGuessablePin, isPin } from '../../../src/domain/counter-pin.ts';
import { isolated } from '../../../src/messages/isolated.ts';
import { problemOf } from '../api/problem.ts';
import { useSubmission } from '../api/use-submission.ts';
import { Empty } from '../parts/empty.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { PlainPage } from '../parts/plain-page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { forgetSeen } from '../session/seen-session.ts';
import { meQuery, NAME_CHARACTERS_MAX } from '../session/session.ts';
import { type ClerkLinkLook, clerkLinkQuery, joinCounter } from './api.ts';
import { PinField } from './pin-field.tsx';

/** Where a clerk's link leads: her name and a PIN, and the device is at the counter. */
export function JoinCounterPage() {
  const t = useTranslations('clerk');
  const { token } = useParams({ from: '/join-counter/$token' });
  const look = useQuery(clerkLinkQuery(token));
  const problem = look.error ? problemOf(look.error) : null;
  if (problem?.code === 'clerk-link-invalid')
    return (
      <PlainPage title={t('linkGone')}>
        <Empty title={problem.detail ?? t('linkGone')} />
      </PlainPage>
    );
  return (
    <PlainPage title={look.data ? t('join', { shop: isolated(look.data.shopName) }) : t('counter')}>
      <Loadable query={look} rows={3}>
        {(found) => <JoinForm token={token} look={found} />}
      </Loadable>
    </PlainPage>
  );
}

function JoinForm({ token, look }: { token: string; look: ClerkLinkLook }) {
  const t = useTranslations('clerk');
  const me = useQuery(meQuery);
  const form = useForm({
    initialValues: { name: '', pin: '' },
    validate: {
      name: (name) => (look.name === null && name.trim() === '' ? t('nameMissing') : null),
      pin: (pin) => {
        if (!isPin(pin)) return t('pinShort');
        return isGuessablePin(pin) ? t('pinEasy') : null;
      },
    },
  });
  const join = useSubmission({
    send: joinCounter,
    onSuccess() {
      forgetSeen();
      // Loaded anew: nothing of whoever was signed in here before stays, and the link is not gone back to.
      window.location.replace('/counter');
    },
  });
  const submit = form.onSubmit(({ name, pin }) =>
    join.mutate({ token, name: look.name === null ? name.trim() : null, pin }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {look.name === null ? (
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            autoComplete="name"
            maxLength={NAME_CHARACTERS_MAX}
            data-autofocus
            required
            {...form.getInputProps('name')}
          />
        ) : (
          <Text>{t('newPinFor', { name: isolated(look.name) })}</Text>
        )}
        <PinField
          label={t('choosePin')}
          description={t('pinHint')}
          value={form.values.pin}
          onChange={(pin) => form.setFieldValue('pin', pin)}
          error={typeof form.errors.pin === 'string' ? form.errors.pin : null}
        />
        {me.data && me.data.device === null && (
          <Alert color="yellow" variant="light">
            {t('signsOut', { name: isolated(me.data.user.name) })}
          </Alert>
        )}
        <ProblemAlert error={join.error} />
        <Button type="submit" size="lg" loading={join.isPending || join.isSuccess}>
          {t('toCounter')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('staysHere')}
        </Text>
      </Stack>
    </form>
  );
}
