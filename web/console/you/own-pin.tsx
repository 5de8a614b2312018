import { Button, Card, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isGuessablePin, isPin } from '../../../src/domain/counter-pin.ts';
import { useSubmission } from '../api/use-submission.ts';
import { keepOnDevice, OWN_PIN_KEY, ownPinQuery, setOwnPin } from '../clerk/api.ts';
import { PinField } from '../clerk/pin-field.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';

/** Her PIN: what a clerk signs in with, and what a manager approves with on a clerk's device. */
export function OwnPin() {
  const t = useTranslations('clerk');
  const { me } = useShop();
  const state = useQuery(ownPinQuery);
  const isClerk = me.role === 'clerk';
  const isKept = !isClerk || me.device !== null;
  return (
    <Stack component="section" maw={620} mt="lg" aria-labelledby="own-pin">
      <Title order={2} id="own-pin">
        {t('ownPin')}
      </Title>
      <Text c="dimmed">{isClerk ? t('ownPinClerk') : t('ownPinApproves')}</Text>
      <Loadable query={state} rows={2}>
        {({ isSet }) => (
          <>
            {isSet && !isKept && <KeepHere />}
            <PinForm isSet={isSet} />
          </>
        )}
      </Loadable>
    </Stack>
  );
}

function PinForm({ isSet }: { isSet: boolean }) {
  const t = useTranslations('clerk');
  const { me } = useShop();
  // Whoever came by a link has no password to prove herself by.
  const byPin = me.user.email === null;
  const form = useForm({
    initialValues: { pin: '', proof: '' },
    validate: {
      pin: (pin) => {
        if (!isPin(pin)) return t('pinShort');
        return isGuessablePin(pin) ? t('pinEasy') : null;
      },
      proof: (proof) => {
        if (byPin) return isPin(proof) ? null : t('pinShort');
        return proof === '' ? t('passwordMissing') : null;
      },
    },
  });
  const change = useSubmission({
    send: setOwnPin,
    refresh: [OWN_PIN_KEY, ['staff']],
    onSuccess() {
      form.reset();
      notifyDone(t('pinSaved'));
    },
  });
  const errorOf = (field: 'pin' | 'proof') => {
    const error = form.errors[field];
    return typeof error === 'string' ? error : null;
  };
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
      <Stack gap="lg">
        {byPin ? (
          <PinField
            label={t('currentPin')}
            mask
            value={form.values.proof}
            onChange={(proof) => form.setFieldValue('proof', proof)}
            error={errorOf('proof')}
          />
        ) : (
          <PasswordInput
            label={t('yourPassword')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{
              'aria-label': t('showPassword'),
              tabIndex: 0,
              'aria-hidden': false,
            }}
            {...form.getInputProps('proof')}
          />
        )}
        <PinField
          label={isSet ? t('newPin') : t('choosePin')}
          description={t('pinAdvice')}
          value={form.values.pin}
          onChange={(pin) => form.setFieldValue('pin', pin)}
          error={errorOf('pin')}
        />
        <ProblemAlert error={change.error} />
        <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
          {isSet ? t('changePin') : t('setPin')}
        </Button>
      </Stack>
    </form>
  );
}

/** Her PIN, typed once more, makes this device one that stays signed in and locks itself. */
function KeepHere() {
  const t = useTranslations('clerk');
  const [pin, setPin] = useState('');
  const keep = useMutation({
    mutationFn: keepOnDevice,
    onSuccess: () => window.location.assign('/counter'),
    onError: () => setPin(''),
  });
  return (
    <Card withBorder mb="lg">
      <Stack gap="md" align="flex-start">
        <Text>{t('keepHereWhy')}</Text>
        <PinField label={t('ownPin')} mask value={pin} onChange={setPin} error={null} />
        <ProblemAlert error={keep.error} />
        <Button disabled={!isPin(pin)} loading={keep.isPending} onClick={() => keep.mutate(pin)}>
          {t('keepHere')}
        </Button>
      </Stack>
    </Card>
  );
}
