import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { addMember, MEMBERS_KEY, type Member } from '../members/api.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { CounterField } from './counter-field.tsx';
import { Keypad } from './keypad.tsx';
import { digitsOf } from './typed.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '0', 'back'] as const;

type Props = {
  phone: string;
  onBack: () => void;
  onEnrolled: (member: Member, isNew: boolean) => void;
};

/** A phone makes a member; the account is hers to claim later by a code sent there. */
export function EnrolPane({ phone, onBack, onEnrolled }: Props) {
  const t = useTranslations('counter');
  const common = useTranslations('common');
  const [typed, setTyped] = useState(phone);
  const [name, setName] = useState('');
  const enrol = useSubmission({
    send: addMember,
    refresh: [MEMBERS_KEY],
    onSuccess: ({ value, isNew }) => onEnrolled(value, isNew),
  });
  const ready = digitsOf(typed).length >= 7;
  const submit = () => {
    if (ready) enrol.mutate({ phone: typed.trim(), email: null, displayName: name.trim() || null });
  };
  return (
    <section className="counterStep" aria-label={t('newMember')}>
      <CounterField
        label={t('phone')}
        placeholder={t('phoneHint')}
        value={typed}
        onType={setTyped}
        onEnter={submit}
        invalid={enrol.isError}
      />
      <TextInput
        label={t('nameOptional')}
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {t('enrolHint')}
      </Text>
      <ProblemAlert error={enrol.error} />
      <Keypad keys={KEYS} onKey={(key) => setTyped(key === 'back' ? typed.slice(0, -1) : typed + key)} />
      <Stack gap="xs">
        <Button size="xl" className="counterGo" loading={enrol.isPending} disabled={!ready} onClick={submit}>
          {t('enrolSubmit')}
        </Button>
        <Button variant="default" size="lg" onClick={onBack}>
          {common('back')}
        </Button>
      </Stack>
    </section>
  );
}
