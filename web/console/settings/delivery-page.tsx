import { Fieldset, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { homeCountry } from '../../../src/domain/home-country.ts';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { type SettingsAnswer, settingsQuery } from './api.ts';
import { AreaFields } from './area-fields.tsx';
import { type DeliveryFault, type DeliveryForm, deliveryFormOf, readDelivery } from './delivery-form.ts';
import { useChange } from './use-change.ts';

const SWITCH = { label: { fontSize: 'var(--mantine-font-size-md)' } };

/** How goods reach members: where they are sent, what that costs on arrival, and whether they can be fetched. */
export function DeliveryPage() {
  const settings = useTranslations('settings');
  const found = useQuery(settingsQuery);
  return (
    <Page title={settings('delivery.title')} back={{ to: '/settings', label: settings('title') }}>
      <Loadable query={found} rows={3} rowHeight={140}>
        {(known) => <DeliveryFields known={known} />}
      </Loadable>
    </Page>
  );
}

function DeliveryFields({ known }: { known: SettingsAnswer }) {
  const t = useTranslations('delivery');
  const common = useTranslations('common');
  const format = useFormat();
  const { shop } = useShop();
  const { delivery, branches } = known.settings;
  const setting = { pickUp: known.pickUp, currency: shop.currency, home: homeCountry(shop) };
  const saved = deliveryFormOf(delivery, setting);
  const [typed, setTyped] = useState<DeliveryForm | null>(null);
  const [faults, setFaults] = useState<DeliveryFault[]>([]);
  const change = useChange(() => setTyped(null));
  const form = typed ?? saved;
  const isEdited = typed !== null && JSON.stringify(typed) !== JSON.stringify(saved);
  const edit = (part: Partial<DeliveryForm>) => {
    setTyped({ ...form, ...part });
    setFaults([]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readDelivery(form, shop.currency);
    setFaults(read.faults);
    if (read.delivery) change.mutate({ section: 'delivery', value: read.delivery, seen: delivery });
  };
  const fault = (name: DeliveryFault) => (faults.includes(name) ? t(`faults.${name}`) : undefined);
  const toggle = (name: 'ships' | 'pickUp' | 'everywhere' | 'takesFee') => ({
    size: 'lg' as const,
    styles: SWITCH,
    label: t(name),
    checked: form[name],
    onChange: ({ currentTarget: { checked } }: { currentTarget: { checked: boolean } }) =>
      edit({ [name]: checked }),
  });
  const text = (name: 'fee' | 'freeFrom', label: string) => ({
    label,
    value: form[name],
    error: fault(name),
    autoComplete: 'off',
    maxLength: 12,
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => edit({ [name]: value }),
  });
  return (
    <form onSubmit={submit} noValidate>
      <LeaveGuard edited={isEdited} />
      <Stack maw={620}>
        <Fieldset legend={t('ways')}>
          <Stack gap="sm">
            <Switch {...toggle('ships')} />
            <Switch
              {...toggle('pickUp')}
              description={(branches?.length ?? 0) > 1 ? t('pickUpBranches') : t('pickUpHint')}
            />
            {fault('noWay') && (
              <Text role="alert" c="red.9">
                {fault('noWay')}
              </Text>
            )}
          </Stack>
        </Fieldset>
        {form.ships && (
          <>
            <Fieldset legend={t('areas')}>
              <Stack gap="sm">
                <Switch {...toggle('everywhere')} />
                {!form.everywhere && <AreaFields form={form} error={fault('noArea')} onChange={edit} />}
              </Stack>
            </Fieldset>
            <Fieldset legend={t('feeTitle')}>
              <Stack gap="sm">
                <Switch {...toggle('takesFee')} description={t('feeHint')} />
                {form.takesFee && (
                  <>
                    <TextInput
                      inputMode="decimal"
                      required
                      {...text('fee', t('fee', { currency: shop.currency }))}
                    />
                    <TextInput
                      inputMode="numeric"
                      description={t('freeFromHint')}
                      {...text('freeFrom', t('freeFrom', { unit: format.unit }))}
                    />
                  </>
                )}
              </Stack>
            </Fieldset>
          </>
        )}
        <ProblemAlert error={change.error} />
        <SubmitButton pending={change.isPending} disabled={!isEdited}>
          {common('save')}
        </SubmitButton>
      </Stack>
    </form>
  );
}
