import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import { carrierOf, carriersFor, rememberCarrier, rememberedCarrier } from './carriers.ts';

type Parcel = { carrier: string; trackingNumber: string };
type Props = {
  opened: boolean;
  onClose: () => void;
  pending: boolean;
  error: unknown;
  onShip: (parcel: Parcel) => void;
  onHandOver: () => void;
};

/** How the reward reaches the member: in a parcel, or from hand to hand in the shop. */
export function ShipForm({ opened, onClose, pending, error, onShip, onHandOver }: Props) {
  const t = useTranslations('redemptions');
  const common = useTranslations('common');
  const [method, setMethod] = useState<'parcel' | 'hand'>('parcel');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('ship')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <SegmentedControl
          fullWidth
          size="md"
          aria-label={t('shipMethod')}
          value={method}
          onChange={(chosen) => setMethod(chosen === 'hand' ? 'hand' : 'parcel')}
          data={[
            { value: 'parcel', label: t('byParcel') },
            { value: 'hand', label: t('byHand') },
          ]}
        />
        {method === 'parcel' ? (
          <ParcelForm
            parcel={{ carrier: rememberedCarrier(), trackingNumber: '' }}
            action={t('ship')}
            pending={pending}
            error={error}
            onSubmit={(parcel) => {
              rememberCarrier(parcel.carrier);
              onShip(parcel);
            }}
          />
        ) : (
          <>
            <Text>{t('handOverDetail')}</Text>
            <ProblemAlert error={error} />
            <Button loading={pending} onClick={onHandOver}>
              {t('handOver')}
            </Button>
          </>
        )}
      </Stack>
    </Modal>
  );
}

type CorrectProps = Omit<Props, 'onShip' | 'onHandOver'> & {
  parcel: Parcel;
  onCorrect: (parcel: Parcel) => void;
};

/** Another carrier or number for a parcel on its way. */
export function CorrectParcelForm({ opened, onClose, pending, error, parcel, onCorrect }: CorrectProps) {
  const t = useTranslations('redemptions');
  const common = useTranslations('common');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('correctParcel')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <ParcelForm
        parcel={parcel}
        action={common('save')}
        pending={pending}
        error={error}
        onSubmit={onCorrect}
      />
    </Modal>
  );
}

type ParcelProps = {
  parcel: Parcel;
  action: string;
  pending: boolean;
  error: unknown;
  onSubmit: (parcel: Parcel) => void;
};

/** Tracking number and carrier: whose number it is by its looks, else the one used last, until somebody says. */
function ParcelForm({ parcel, action, pending, error, onSubmit }: ParcelProps) {
  const t = useTranslations('redemptions');
  const { shop } = useShop();
  const [chosen, setChosen] = useState(false);
  const form = useForm<Parcel>({
    initialValues: parcel,
    validate: {
      carrier: (carrier) => (carrier.trim() === '' ? t('carrierMissing') : null),
      trackingNumber: (number) => (number.trim() === '' ? t('trackingMissing') : null),
    },
  });
  const choose = (carrier: string) => {
    setChosen(true);
    form.setFieldValue('carrier', carrier);
  };
  const submit = form.onSubmit(({ carrier, trackingNumber }) =>
    onSubmit({ carrier: carrier.trim(), trackingNumber: trackingNumber.trim() }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('trackingNumber')}
          autoComplete="off"
          data-autofocus
          required
          maxLength={64}
          {...form.getInputProps('trackingNumber')}
          onChange={({ currentTarget: { value } }) => {
            form.setFieldValue('trackingNumber', value);
            if (!chosen) form.setFieldValue('carrier', carrierOf(value, shop.locale) ?? parcel.carrier);
          }}
        />
        <TextInput
          label={t('carrier')}
          autoComplete="off"
          required
          maxLength={60}
          {...form.getInputProps('carrier')}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
        <Group gap="xs">
          {carriersFor(shop.locale).map((carrier) => (
            <Button
              key={carrier}
              variant={form.values.carrier === carrier ? 'light' : 'default'}
              size="sm"
              onClick={() => choose(carrier)}
            >
              {carrier}
            </Button>
          ))}
        </Group>
        <ProblemAlert error={error} />
        <Button type="submit" loading={pending}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}
