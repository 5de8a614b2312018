import { Button, Modal, NativeSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { ADJUSTED_ALONE_MAX } from '../../../src/domain/points.ts';
import { fieldErrors } from '../api/field-errors.ts';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { programmeQuery } from '../programme/api.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { adjustPoints, MEMBERS_KEY, type Member, sameAdjustment } from './api.ts';
import {
  ADJUST_REASONS,
  type AdjustReason,
  givenUntil,
  memberName,
  POINTS_MAX,
  parsePoints,
} from './model.ts';

type Props = { opened: boolean; onClose: () => void; member: Member };
type Values = {
  direction: 'give' | 'take';
  points: string;
  reason: AdjustReason | '';
  note: string;
  pin: string;
};

/** Gives or takes points by hand; a reason is asked for, because the member reads it. */
export function AdjustPoints({ opened, onClose, member }: Props) {
  const t = useTranslations('members');
  const common = useTranslations('common');
  const format = useFormat();
  const { shop, me } = useShop();
  const nowMs = Date.now();
  const form = useForm<Values>({
    initialValues: { direction: 'give', points: '', reason: '', note: '', pin: '' },
    validate: {
      points: (typed) => ((parsePoints(typed) ?? 0) > 0 ? null : t('pointsWrong', { most: POINTS_MAX })),
      reason: (reason) => (reason === '' ? t('reasonMissing') : null),
    },
  });
  const adjust = useSubmission({
    send: adjustPoints,
    refresh: [MEMBERS_KEY],
    sameBy: sameAdjustment,
    onSuccess(_answer, { points }) {
      notifyDone(t('adjusted', { name: memberName(member), points: format.signed(points) }));
      form.reset();
      onClose();
    },
  });
  const programme = useQuery(programmeQuery);
  const until = givenUntil(programme.data?.live?.expiry ?? null, shop.timeZone, nowMs);
  const expires =
    programme.data === undefined
      ? null
      : until === null
        ? t('givenForever')
        : t('givenUntil', { date: format.lastDay(until, nowMs) });
  const asksOwner = me.role !== 'owner' && (parsePoints(form.values.points) ?? 0) > ADJUSTED_ALONE_MAX;
  const submit = form.onSubmit((values) => {
    const points = parsePoints(values.points);
    if (points === null || values.reason === '') return;
    const signed = values.direction === 'give' ? points : -points;
    adjust.mutate(
      {
        memberId: member.id,
        points: signed,
        reason: values.reason,
        note: values.note.trim() || null,
        ...(asksOwner && values.pin !== '' && { approvalPin: values.pin }),
      },
      {
        onError: (error) =>
          form.setErrors(fieldErrors(error, values, () => t('pointsWrong', { most: POINTS_MAX }))),
      },
    );
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('adjustOf', { name: memberName(member) })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <SegmentedControl
            fullWidth
            size="md"
            aria-label={t('direction')}
            data={[
              { value: 'give', label: t('directionGive') },
              { value: 'take', label: t('directionTake') },
            ]}
            {...form.getInputProps('direction')}
          />
          <TextInput
            label={t('points', { unit: format.unitTitle })}
            inputMode="numeric"
            autoComplete="off"
            data-autofocus
            required
            {...form.getInputProps('points')}
          />
          <NativeSelect
            label={t('reason')}
            required
            data={[
              { value: '', label: t('reasonChoose') },
              ...ADJUST_REASONS.map((value) => ({ value, label: t(`adjustReasons.${value}`) })),
            ]}
            {...form.getInputProps('reason')}
          />
          <TextInput label={t('note')} maxLength={200} autoComplete="off" {...form.getInputProps('note')} />
          {asksOwner && (
            <TextInput
              type="password"
              label={t('ownerPin')}
              description={t('ownerPinHint', { points: format.points(ADJUSTED_ALONE_MAX) })}
              inputMode="numeric"
              autoComplete="off"
              maxLength={6}
              {...form.getInputProps('pin')}
            />
          )}
          <Text size="sm" c="dimmed">
            {t('adjustHint')} {form.values.direction === 'give' && expires}
          </Text>
          <ProblemAlert error={adjust.error} values={form.values} />
          <Button type="submit" loading={adjust.isPending}>
            {t('adjustSubmit')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
