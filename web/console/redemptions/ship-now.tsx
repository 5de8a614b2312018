import { Box, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { MEMBERS_KEY } from '../members/api.ts';
import { notifyDone } from '../parts/notify.tsx';
import { type ListedRedemption, REDEMPTIONS_KEY, takeStep } from './api.ts';
import { ShipForm } from './ship-form.tsx';
import { useLineWords } from './use-line-words.ts';

/** Sends one order off from the list: whoever has ten to send stays there. */
export function ShipNow({ redemption }: { redemption: ListedRedemption }) {
  const t = useTranslations('redemptions');
  const lineWords = useLineWords();
  const [opened, { open, close }] = useDisclosure(false);
  const step = useSubmission({
    send: takeStep,
    refresh: [REDEMPTIONS_KEY, MEMBERS_KEY, ['home']],
    onSuccess(_answer, { step: taken }) {
      notifyDone(t(taken === 'ship' ? 'doneShip' : 'doneHandOver'));
      close();
    },
  });
  const order = { memberId: redemption.memberId, redemptionId: redemption.id };
  return (
    <Box px="md" pb="sm" pt={{ base: 0, sm: 'sm' }}>
      {step.isSuccess ? (
        // The list hears of it a second later.
        <Text c="dimmed">{t('doneShip')}</Text>
      ) : (
        <Button
          variant="light"
          aria-label={`${t('ship')}: ${redemption.lines.map(lineWords).join(t('listComma'))}`}
          onClick={() => {
            step.reset();
            open();
          }}
        >
          {t('ship')}
        </Button>
      )}
      <ShipForm
        opened={opened}
        onClose={close}
        pending={step.isPending}
        error={step.error}
        onShip={(parcel) => step.mutate({ ...order, step: 'ship', ...parcel })}
        onHandOver={() => step.mutate({ ...order, step: 'hand-over' })}
      />
    </Box>
  );
}
