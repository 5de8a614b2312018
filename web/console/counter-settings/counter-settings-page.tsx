import { Alert, Fieldset, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { problemOf } from '../api/problem.ts';
import { useSubmission } from '../api/use-submission.ts';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { ButtonLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { staffQuery } from '../staff/api.ts';
import { COUNTER_KEY, type CounterAnswer, changeCounter, counterSettingsQuery } from './api.ts';
import { ChipList } from './chip-list.tsx';
import { type CounterForm, counterFormOf, type FormFault, readCounterForm } from './model.ts';

/** What clerks may give by themselves, and the chips that they choose from. */
export function CounterSettingsPage() {
  const settings = useTranslations('settings');
  const counter = useQuery(counterSettingsQuery);
  return (
    <Page title={settings('counter.title')} back={{ to: '/settings', label: settings('title') }}>
      <Loadable query={counter} rows={3} rowHeight={120}>
        {(found) => <CounterSettingsForm counter={found} />}
      </Loadable>
    </Page>
  );
}

function CounterSettingsForm({ counter }: { counter: CounterAnswer }) {
  const t = useTranslations('counterSettings');
  const common = useTranslations('common');
  const format = useFormat();
  const client = useQueryClient();
  const { shop } = useShop();
  const saved = counterFormOf(counter, shop.locale);
  // Nothing typed: what is saved, however often it is read again.
  const [typed, setTyped] = useState<CounterForm | null>(null);
  // What was there when she began to type: whatever is changed meanwhile is not overwritten unsaid.
  const [seen, setSeen] = useState(counter.changedAt);
  const [faults, setFaults] = useState<FormFault[]>([]);
  const form = typed ?? saved;
  const isEdited = typed !== null && JSON.stringify(typed) !== JSON.stringify(saved);
  const change = useSubmission({
    send: changeCounter,
    refresh: [COUNTER_KEY],
    onSuccess(found) {
      client.setQueryData(counterSettingsQuery.queryKey, found);
      setTyped(null);
      notifyDone(common('saved'));
    },
  });
  const edit = (part: Partial<CounterForm>) => {
    if (typed === null) setSeen(counter.changedAt);
    setTyped({ ...form, ...part });
    setFaults([]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readCounterForm(form, counter, shop.locale);
    setFaults(read.faults);
    // Told of the change once, she may save over it.
    const isTold = problemOf(change.error).code === 'changed-elsewhere';
    if (read.settings) change.mutate({ ...read.settings, seen: isTold ? counter.changedAt : seen });
  };
  const wordsOf = (field: FormFault['field'], key?: string) => {
    const found = faults.find((each) => each.field === field && (!('key' in each) || each.key === key));
    return found && t(`faults.${found.fault}`);
  };
  const points = (field: 'grantPoints' | 'dayPoints') => ({
    label: t(field, { unit: format.unit }),
    inputMode: 'numeric' as const,
    autoComplete: 'off',
    maxLength: 10,
    value: form[field],
    error: wordsOf(field),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      edit({ [field]: value }),
  });
  return (
    <form onSubmit={submit} noValidate>
      <LeaveGuard edited={isEdited} />
      <Stack maw={620}>
        <Fieldset legend={t('limits')}>
          <Stack gap="sm">
            <Text c="dimmed">{t('limitsHint')}</Text>
            <NobodyApproves />
            <TextInput {...points('grantPoints')} />
            <TextInput {...points('dayPoints')} />
          </Stack>
        </Fieldset>
        <Fieldset legend={t('categories')}>
          <ChipList
            kind="category"
            hint={t('categoriesHint')}
            chips={form.categories}
            faultOf={(key) => wordsOf('categories', key)}
            onChange={(categories) => edit({ categories })}
          />
        </Fieldset>
        {(counter.shopKind === 'visits' || counter.visitPoints !== null || form.services.length > 0) && (
          <Fieldset legend={t('services')}>
            <ChipList
              kind="service"
              hint={
                counter.visitPoints === null
                  ? t('servicesHintNone', { unit: format.unit })
                  : t('servicesHint', { points: format.points(counter.visitPoints) })
              }
              chips={form.services}
              faultOf={(key) => wordsOf('services', key)}
              onChange={(services) => edit({ services })}
            />
          </Fieldset>
        )}
        <ProblemAlert error={change.error} />
        <SubmitButton pending={change.isPending} disabled={!isEdited}>
          {common('save')}
        </SubmitButton>
      </Stack>
    </form>
  );
}

/** Above a limit a manager's PIN is asked for: while nobody has one, clerks would be stopped there. */
function NobodyApproves() {
  const t = useTranslations('counterSettings');
  const staff = useQuery(staffQuery);
  const nobody = staff.data?.members.every(({ role, hasPin }) => role === 'clerk' || !hasPin) ?? false;
  if (!nobody) return null;
  return (
    <Alert color="orange" variant="light" role="status">
      <Stack gap="xs" align="flex-start">
        <Text c="var(--mantine-color-text)">{t('nobodyApproves')}</Text>
        <ButtonLink to="/settings/you" variant="default">
          {t('setPin')}
        </ButtonLink>
      </Stack>
    </Alert>
  );
}
