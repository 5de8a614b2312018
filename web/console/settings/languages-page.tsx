import { Checkbox, Fieldset, NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { LOCALES, type Locale } from '../../../src/domain/locale.ts';
import { LOCALE_NAMES } from '../../../src/messages/locale.ts';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { useShop } from '../session/session.ts';
import { type SettingsAnswer, settingsQuery } from './api.ts';
import { useChange } from './use-change.ts';

/** The languages that the mall is offered in, and the one that the others fall back to. */
export function LanguagesPage() {
  const settings = useTranslations('settings');
  const found = useQuery(settingsQuery);
  return (
    <Page title={settings('languages.title')} back={{ to: '/settings', label: settings('title') }}>
      <Loadable query={found} rows={2} rowHeight={120}>
        {({ settings: known }) => <LanguageFields saved={known.languages} />}
      </Loadable>
    </Page>
  );
}

function LanguageFields({ saved }: { saved: SettingsAnswer['settings']['languages'] }) {
  const t = useTranslations('languages');
  const common = useTranslations('common');
  const { shop } = useShop();
  const [typed, setTyped] = useState<{ own: Locale; offered: readonly Locale[] } | null>(null);
  const change = useChange(() => setTyped(null));
  const form = typed ?? { own: shop.locale, offered: saved ?? LOCALES };
  const offers = (locale: Locale) => locale === form.own || form.offered.includes(locale);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const others = LOCALES.filter((locale) => locale !== form.own && offers(locale));
        change.mutate({ section: 'languages', value: [form.own, ...others], seen: saved });
      }}
    >
      <LeaveGuard edited={typed !== null} />
      <Stack maw={620}>
        <NativeSelect
          label={t('own')}
          description={t('ownHint')}
          data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          value={form.own}
          onChange={({ currentTarget: { value } }) => {
            const own = LOCALES.find((locale) => locale === value) ?? form.own;
            setTyped({ own, offered: [...form.offered, own] });
          }}
        />
        <Fieldset legend={t('offered')}>
          <Stack gap={0}>
            {LOCALES.map((locale) => (
              <Checkbox
                key={locale}
                size="md"
                label={LOCALE_NAMES[locale]}
                lang={locale}
                checked={offers(locale)}
                disabled={locale === form.own}
                onChange={({ currentTarget: { checked } }) =>
                  setTyped({
                    own: form.own,
                    offered: checked
                      ? [...form.offered, locale]
                      : form.offered.filter((each) => each !== locale),
                  })
                }
              />
            ))}
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
