import { Button, Checkbox, Fieldset, Group, NativeSelect, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { LOCALES } from '../../../src/domain/locale.ts';
import { NOTICE_KINDS } from '../../../src/domain/staff-notice.ts';
import { LOCALE_NAMES } from '../../../src/messages/locale.ts';
import { useSubmission } from '../api/use-submission.ts';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { EmailCode } from '../session/email-code.tsx';
import { addressOf, useShop } from '../session/session.ts';
import {
  chooseNotices,
  NOTICE_LOG_KEY,
  type NoticeChoice,
  noticesQuery,
  sendTestNotice,
} from './notices-api.ts';
import { NoticesLog } from './notices-log.tsx';

/** What the shop writes to whoever is signed in when something waits, and what it has written. */
export function NoticesPage() {
  const t = useTranslations('notices');
  const settings = useTranslations('settings');
  const { me } = useShop();
  const found = useQuery(noticesQuery);
  return (
    <Page
      title={settings('notices.title')}
      back={{ to: '/settings', label: settings('title') }}
      note={t('note')}
    >
      {me.user.emailVerified ? (
        <Address email={addressOf(me)} />
      ) : (
        <Stack gap="sm" maw={620}>
          <Text>{t('unproved')}</Text>
          <EmailCode email={addressOf(me)} />
        </Stack>
      )}
      <Loadable query={found} rows={3} rowHeight={120}>
        {({ choice }) => <Choice saved={choice} />}
      </Loadable>
      <NoticesLog />
    </Page>
  );
}

function Address({ email }: { email: string }) {
  const t = useTranslations('notices');
  const test = useSubmission({
    send: sendTestNotice,
    refresh: [NOTICE_LOG_KEY],
    onSuccess: () => notifyDone(t('tested')),
  });
  return (
    <Stack gap="sm" maw={620}>
      <Group justify="space-between" gap="sm">
        <Text style={{ overflowWrap: 'anywhere' }}>{t('to', { email })}</Text>
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate(null)}>
          {t('test')}
        </Button>
      </Group>
      <ProblemAlert error={test.error} />
    </Stack>
  );
}

function Choice({ saved }: { saved: NoticeChoice }) {
  const t = useTranslations('notices');
  const common = useTranslations('common');
  const { shop } = useShop();
  const [typed, setTyped] = useState<NoticeChoice | null>(null);
  const change = useSubmission({
    send: chooseNotices,
    refresh: [noticesQuery.queryKey],
    onSuccess() {
      setTyped(null);
      notifyDone(common('saved'));
    },
  });
  const form = typed ?? saved;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(form);
      }}
    >
      <LeaveGuard edited={typed !== null} />
      <Stack maw={620}>
        <Fieldset legend={t('kindsLegend')}>
          <Stack gap={0}>
            {NOTICE_KINDS.map((kind) => (
              <Checkbox
                key={kind}
                size="md"
                label={t(`kinds.${kind}`)}
                checked={!form.muted.includes(kind)}
                onChange={({ currentTarget: { checked } }) => {
                  const others = form.muted.filter((each) => each !== kind);
                  setTyped({ ...form, muted: checked ? others : [...others, kind] });
                }}
              />
            ))}
          </Stack>
        </Fieldset>
        <Fieldset legend={t('how')}>
          <Stack gap="sm">
            <NativeSelect
              label={t('locale')}
              data={[
                { value: '', label: t('localeShop', { name: LOCALE_NAMES[shop.locale] }) },
                ...LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
              ]}
              value={form.locale ?? ''}
              onChange={({ currentTarget: { value } }) =>
                setTyped({ ...form, locale: LOCALES.find((locale) => locale === value) ?? null })
              }
            />
            <Switch
              size="lg"
              styles={{ label: { fontSize: 'var(--mantine-font-size-md)' } }}
              label={t('quietNights')}
              description={t('quietNightsHint')}
              checked={form.quietNights}
              onChange={({ currentTarget: { checked } }) => setTyped({ ...form, quietNights: checked })}
            />
          </Stack>
        </Fieldset>
        <ProblemAlert error={change.error} />
        <SubmitButton pending={change.isPending} disabled={typed === null}>
          {common('save')}
        </SubmitButton>
      </Stack>
    </form>
  );
}
