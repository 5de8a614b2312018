import { Fieldset, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { RETURNS_CHARACTERS_MAX } from '../../../src/domain/shop-settings.ts';
import { WordsField } from '../design/words-field.tsx';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { type SettingsAnswer, settingsQuery } from './api.ts';
import { type ReturnsForm, readReturns, returnsFormOf } from './returns-form.ts';
import { useChange } from './use-change.ts';

/** Until when goods may come back, and what the shop says of it, as members read it. */
export function ReturnsPage() {
  const t = useTranslations('returns');
  const settings = useTranslations('settings');
  const found = useQuery(settingsQuery);
  return (
    <Page
      title={settings('returns.title')}
      back={{ to: '/settings', label: settings('title') }}
      note={t('note')}
    >
      <Loadable query={found} rows={2} rowHeight={160}>
        {({ settings: known }) => <ReturnsFields saved={known.returns} />}
      </Loadable>
    </Page>
  );
}

function ReturnsFields({ saved }: { saved: SettingsAnswer['settings']['returns'] }) {
  const t = useTranslations('returns');
  const common = useTranslations('common');
  const [typed, setTyped] = useState<ReturnsForm | null>(null);
  const [fails, setFails] = useState(false);
  const change = useChange(() => setTyped(null));
  const form = typed ?? returnsFormOf(saved);
  const isEdited = typed !== null && JSON.stringify(typed) !== JSON.stringify(returnsFormOf(saved));
  const edit = (part: Partial<ReturnsForm>) => {
    setTyped({ ...form, ...part });
    setFails(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = readReturns(form);
    setFails(value === null);
    if (value) change.mutate({ section: 'returns', value, seen: saved });
  };
  const read = readReturns(form);
  return (
    <form onSubmit={submit} noValidate>
      <LeaveGuard edited={isEdited} />
      <Stack maw={620}>
        <Fieldset legend={t('until')}>
          <Stack gap="sm">
            <Switch
              size="lg"
              styles={{ label: { fontSize: 'var(--mantine-font-size-md)' } }}
              label={t('accepts')}
              checked={form.accepts}
              onChange={({ currentTarget: { checked } }) => edit({ accepts: checked })}
            />
            {form.accepts && (
              <TextInput
                label={t('days')}
                inputMode="numeric"
                autoComplete="off"
                maxLength={3}
                maw={220}
                value={form.days}
                error={fails && t('daysWrong')}
                onChange={({ currentTarget: { value } }) => edit({ days: value })}
              />
            )}
            <Text c="dimmed">
              {t('membersRead')}
              {read && (
                <Text span fw={600} c="var(--mantine-color-text)">
                  {read.days === 0 ? t('readNone') : t('readDays', { days: read.days })}
                </Text>
              )}
            </Text>
          </Stack>
        </Fieldset>
        <Fieldset legend={t('text')}>
          <WordsField
            label={t('text')}
            hideLabel
            example={t('example')}
            what={t('textHint')}
            value={form.texts}
            charactersMax={RETURNS_CHARACTERS_MAX}
            lines
            onChange={(texts) => edit({ texts })}
          />
        </Fieldset>
        <ProblemAlert error={change.error} />
        <SubmitButton pending={change.isPending} disabled={!isEdited && saved !== null}>
          {common('save')}
        </SubmitButton>
      </Stack>
    </form>
  );
}
