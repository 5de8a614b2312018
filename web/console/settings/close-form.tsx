import { Fieldset, Radio, Stack, Switch, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import {
  type NOTICE_DAYS,
  type NoticeDays,
  namesShop,
  planClosing,
} from '../../../src/domain/shop-closing.ts';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { ME_KEY, useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { CLOSING_KEY, closeShop } from '../tenants/api.ts';

/** A month is proposed: members need time for what they saved up. */
const PROPOSED_DAYS = 30;
const CHOICES = [7, 30, 90, 0] as const satisfies readonly (typeof NOTICE_DAYS)[number][];

/** When, whether points are still given until then, and the name typed by hand. */
export function CloseForm() {
  const t = useTranslations('closing');
  const { shop } = useShop();
  const format = useFormat();
  const [days, setDays] = useState<NoticeDays>(PROPOSED_DAYS);
  const [stopsEarning, setStopsEarning] = useState(false);
  const [typed, setTyped] = useState('');
  const [fails, setFails] = useState(false);
  const close = useSubmission({
    send: closeShop,
    refresh: [ME_KEY, CLOSING_KEY],
    onSuccess: () => notifyDone(t('asked')),
  });
  const dateOf = (chosen: NoticeDays) => {
    const nowMs = Date.now();
    const plan = planClosing({ nowMs, timeZone: shop.timeZone, days: chosen, stopsEarning });
    return format.lastDay(plan.closesAtMs, nowMs);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isNamed = namesShop(shop, typed);
    setFails(!isNamed);
    if (isNamed) close.mutate({ typed, days, stopsEarning });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Fieldset legend={t('when')}>
          <Radio.Group
            value={String(days)}
            aria-label={t('when')}
            onChange={(value) => setDays(CHOICES.find((each) => String(each) === value) ?? PROPOSED_DAYS)}
          >
            <Stack gap={0}>
              {CHOICES.map((each) => (
                <Radio
                  key={each}
                  value={String(each)}
                  py={8}
                  size="md"
                  label={each === 0 ? t('now') : t('inDays', { days: each })}
                  description={each === 0 ? t('nowHint') : t('inDaysHint', { date: dateOf(each) })}
                />
              ))}
            </Stack>
          </Radio.Group>
        </Fieldset>
        {days > 0 && (
          <Switch
            size="lg"
            styles={{ label: { fontSize: 'var(--mantine-font-size-md)' } }}
            label={t('stops')}
            description={t('stopsHint')}
            checked={stopsEarning}
            onChange={({ currentTarget: { checked } }) => setStopsEarning(checked)}
          />
        )}
        <Text c="dimmed">{t('until')}</Text>
        <TextInput
          label={t('confirm', { name: shop.name })}
          styles={{ label: { overflowWrap: 'anywhere' } }}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={100}
          value={typed}
          error={fails && t('wrong', { slug: shop.slug })}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            setFails(false);
          }}
        />
        <ProblemAlert error={close.error} />
        <SubmitButton pending={close.isPending} color="red.8">
          {days === 0 ? t('close') : t('closeOn', { date: dateOf(days) })}
        </SubmitButton>
      </Stack>
    </form>
  );
}
