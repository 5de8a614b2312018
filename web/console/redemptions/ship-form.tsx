import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl/react';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import { carriersFor, rememberCarrier, rememberedCarrier } from './carriers.ts';

type Parcel = { carrier: string; trackingNumber: string };
type Props = {
  opened: boolean;
  onClose: () => void;
  pending: boolean;
  error: unknown;
  onShip: (parcel: Parcel) => void;
};

/** Carrier and tracking number; the carrier used last stands filled in. */
export function ShipForm({ opened, onClose, pending, error, onShip }: Props) {
  const t = useTranslations('redemptions');
  const common = useTranslations('common');
  const { shop } = useShop();
  const form = useForm<Parcel>({
    initialValues: { carrier: rememberedCarrier(), trackingNumber: '' },
    validate: {
      carrier: (carrier) => (carrier.trim() === '' ? t('carrierMissing') : null),
      trackingNumber: (number) => (number.trim() === '' ? t('trackingMissing') : null),
    },
  });
  const submit = form.onSubmit(({ carrier, trackingNumber }) => {
    rememberCarrier(carrier.trim());
    onShip({ carrier: carrier.trim(), trackingNumber: trackingNumber.trim() });
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('ship')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('trackingNumber')}
            autoComplete="off"
            data-autofocus
            required
            maxLength={64}
            {...form.getInputProps('trackingNumber')}
          />
          <TextInput
            label={t('carrier')}
            autoComplete="off"
            required
            maxLength={60}
            {...form.getInputProps('carrier')}
          />
          <Group gap="xs">
            {carriersFor(shop.locale).map((carrier) => (
              <Button
                key={carrier}
                variant={form.values.carrier === carrier ? 'light' : 'default'}
                size="sm"
                onClick={() => form.setFieldValue('carrier', carrier)}
              >
                {carrier}
              </Button>
            ))}
          </Group>
          <ProblemAlert error={error} />
          <Button type="submit" loading={pending}>
            {t('ship')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
