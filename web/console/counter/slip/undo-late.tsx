import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../../api/use-submission.ts';
import { MEMBERS_KEY } from '../../members/api.ts';
import { notifyDone } from '../../parts/notify.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SubmitButton } from '../../parts/submit-button.tsx';
import { useFormat } from '../../session/use-format.ts';
import { COUNTER_KEY } from '../api.ts';
import { type CounterGrant, undoGrant } from '../recent.ts';

/** A manager takes back what a clerk no longer can, and says why. */
export function UndoLate({ line }: { line: CounterGrant }) {
  const t = useTranslations('slip');
  const counter = useTranslations('counter');
  const common = useTranslations('common');
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const points = format.points(line.points);
  const undo = useSubmission({
    send: undoGrant,
    refresh: [COUNTER_KEY, MEMBERS_KEY],
    onSuccess() {
      notifyDone(counter('undone', { name: line.memberName, points }));
      close();
    },
  });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          undo.reset();
          open();
        }}
      >
        {counter('undo')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={counter('undoTitle')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '') undo.mutate({ grantId: line.grantId, reason: reason.trim() });
          }}
        >
          <Stack>
            <Text>{counter('undoDetail', { name: line.memberName, points })}</Text>
            <TextInput
              label={t('reason')}
              required
              autoComplete="off"
              maxLength={200}
              data-autofocus
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <ProblemAlert error={undo.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {common('back')}
              </Button>
              <SubmitButton pending={undo.isPending}>{counter('undo')}</SubmitButton>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
