import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { ProblemAlert } from './problem-alert.tsx';
import { SubmitButton } from './submit-button.tsx';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  detail: ReactNode;
  action: string;
  /** The button that changes nothing; "Back" where this is left out. */
  back?: string;
  pending: boolean;
  error: unknown;
  onConfirm: () => void;
  dangerous?: boolean;
};

/** Asks once before what moves points or people's access, and says what will happen. */
export function Confirm(props: Props) {
  const { opened, onClose, title, detail, action, pending, error, onConfirm, dangerous = false } = props;
  const t = useTranslations('common');
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text component="div">{detail}</Text>
        <ProblemAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {props.back ?? t('back')}
          </Button>
          <SubmitButton pending={pending} onClick={onConfirm} {...(dangerous ? { color: 'red.8' } : {})}>
            {action}
          </SubmitButton>
        </Group>
      </Stack>
    </Modal>
  );
}
