import { Button, Group, PinInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { proveEmail, sendEmailCode } from './auth.ts';
import { ME_KEY } from './session.ts';

const CODE_DIGITS = 6;

/** Where the code of the e-mail is typed, in the tab that goes on building the shop. */
export function EmailCode({ email }: { email: string }) {
  const t = useTranslations('emailCode');
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(0);
  const prove = useMutation({
    mutationFn: (typed: string) => proveEmail({ email, code: typed }),
    async onSuccess() {
      notifyDone(t('proved'));
      await client.invalidateQueries({ queryKey: ME_KEY });
    },
    onError() {
      setCode('');
      setWrong((times) => times + 1);
    },
  });
  const again = useMutation({
    mutationFn: () => sendEmailCode(email),
    onSuccess() {
      prove.reset();
      setCode('');
      notifyDone(t('sent', { email }));
    },
  });
  return (
    <Stack gap="sm">
      <Text id="email-code-label" style={{ overflowWrap: 'anywhere' }}>
        {t('label', { email })}
      </Text>
      <Group gap="sm">
        <PinInput
          // After a wrong code the next one is typed from its first digit on.
          key={wrong}
          autoFocus={wrong > 0}
          placeholder=""
          length={CODE_DIGITS}
          type="number"
          oneTimeCode
          size="md"
          gap={4}
          // Six of them are wider than the narrowest phone: there they are narrower, not lower.
          styles={{
            root: { flexWrap: 'nowrap', minWidth: 0, maxWidth: '100%' },
            pinInput: { flex: '0 1 auto', minWidth: 0 },
          }}
          value={code}
          onChange={setCode}
          onComplete={(typed) => prove.mutate(typed)}
          disabled={prove.isPending}
          error={prove.isError}
          aria-labelledby="email-code-label"
          getInputProps={(index) => ({ 'aria-label': t('digit', { position: index + 1, of: CODE_DIGITS }) })}
        />
        <Button variant="subtle" loading={again.isPending} onClick={() => again.mutate()}>
          {t('again')}
        </Button>
      </Group>
      <ProblemAlert error={prove.error ?? again.error} />
    </Stack>
  );
}
