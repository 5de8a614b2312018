import { Button, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { BottomSheet } from '../parts/bottom-sheet.tsx';
import { useBackCloses } from '../parts/use-back-steps.tsx';

type Note = { receipt: string; note: string };
type Props = { opened: boolean; onClose: () => void; value: Note; onChange: (note: Note) => void };

/** What few sales need: the receipt's number, which counts once, and a note. */
export function MoreSheet({ opened, onClose, value, onChange }: Props) {
  const t = useTranslations('counter');
  useBackCloses(opened, onClose);
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t('moreFields')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
        }}
      >
        <Stack maw={480} mx="auto" pb="md">
          <TextInput
            label={t('receipt')}
            description={t('receiptHint')}
            autoComplete="off"
            maxLength={128}
            data-autofocus
            value={value.receipt}
            onChange={({ currentTarget }) => onChange({ ...value, receipt: currentTarget.value })}
          />
          <TextInput
            label={t('note')}
            autoComplete="off"
            maxLength={200}
            value={value.note}
            onChange={({ currentTarget }) => onChange({ ...value, note: currentTarget.value })}
          />
          <Button type="submit" size="lg">
            {t('moreDone')}
          </Button>
        </Stack>
      </form>
    </BottomSheet>
  );
}
