import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { REDEMPTIONS_KEY } from '../redemptions/api.ts';
import { markUsed } from './api.ts';

/** Takes the voucher of the redemption that is looked at; it can't be given back, so it is asked once. */
export function TakeVoucher({ code, disabled }: { code: string; disabled: boolean }) {
  const t = useTranslations('vouchers');
  const [opened, { open, close }] = useDisclosure(false);
  const use = useSubmission({
    send: (input: { code: string }, key) => markUsed(input.code, key),
    refresh: [REDEMPTIONS_KEY, ['home']],
    onSuccess() {
      notifyDone(t('done'));
      close();
    },
  });
  return (
    <>
      <Button
        disabled={disabled}
        onClick={() => {
          use.reset();
          open();
        }}
      >
        {t('use')}
      </Button>
      <Confirm
        opened={opened}
        onClose={close}
        title={t('useTitle')}
        detail={t('askFirst')}
        action={t('use')}
        pending={use.isPending}
        error={use.error}
        onConfirm={() => use.mutate({ code })}
      />
    </>
  );
}
