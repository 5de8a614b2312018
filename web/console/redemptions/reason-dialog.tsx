import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { ProblemAlert } from '../parts/problem-alert.tsx';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  detail: string;
  action: string;
  /** Without it the member reads nothing but that it happened. */
  required: boolean;
  pending: boolean;
  error: unknown;
  onConfirm: (reason: string | null) => void;
};

/** Asks once before a member is told no, and for the words that she reads about it. */
export function ReasonDialog({ opened, onClose, title, ...form }: Props) {
  const common = useTranslations('common');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <ReasonForm {...form} onClose={onClose} />
    </Modal>
  );
}

function ReasonForm(props: Omit<Props, 'opened' | 'title'>) {
  const { onClose, detail, action, required, pending, error, onConfirm } = props;
  const t = useTranslations('redemptions');
  const common = useTranslations('common');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = required && reason.trim() === '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) onConfirm(reason.trim() || null);
      }}
      noValidate
    >
      <Stack>
        <Text>{detail}</Text>
        <Textarea
          label={required ? t('reason') : t('reasonOptional')}
          description={t('reasonHint')}
          required={required}
          data-autofocus
          autosize
          minRows={2}
          maxLength={200}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          error={tried && missing ? t('reasonMissing') : undefined}
        />
        <ProblemAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common('back')}
          </Button>
          <Button type="submit" color="red.8" loading={pending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
