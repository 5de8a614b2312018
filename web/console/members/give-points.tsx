import { Button, Chip, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { parseAmountMinor } from '../../../src/domain/money.ts';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { programmeQuery } from '../programme/api.ts';
import { rateText, tryPurchase } from '../programme/model.ts';
import { programmeOf } from '../programme/published.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { MEMBERS_KEY, type Member, recordPurchase } from './api.ts';
import { memberName } from './model.ts';

type Props = { opened: boolean; onClose: () => void; member: Member };

/** Amount, preview, confirm: gives the points of a purchase at the counter. */
export function GivePoints({ opened, onClose, member }: Props) {
  const t = useTranslations('members');
  const common = useTranslations('common');
  const phone = useMediaQuery('(max-width: 48em)');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      fullScreen={phone ?? false}
      title={t('giveTo', { name: memberName(member) })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <GiveForm member={member} onDone={onClose} />
    </Modal>
  );
}

function GiveForm({ member, onDone }: { member: Member; onDone: () => void }) {
  const t = useTranslations('members');
  const format = useFormat();
  const { shop } = useShop();
  const programme = useQuery(programmeQuery);
  const [amount, setAmount] = useState('');
  const [category, setCategory] = useState<string | null>(null);
  const [receipt, setReceipt] = useState('');
  const [tried, setTried] = useState(false);
  const amountMinor = parseAmountMinor(amount, shop.currency);
  const live = programme.data?.live ? programmeOf(programme.data.live) : null;
  const valid = amountMinor !== null && amountMinor > 0;
  const trace = live && valid ? tryPurchase(live, amountMinor, category) : null;
  const give = useSubmission({
    send: recordPurchase,
    refresh: [MEMBERS_KEY],
    onSuccess(answer) {
      const points = answer.state === 'credited' ? answer.points : 0;
      notifyDone(t('given', { name: memberName(member), points: format.points(points) }));
      onDone();
    },
  });
  const submit = () => {
    setTried(true);
    if (valid) {
      give.mutate({ memberId: member.id, amountMinor, category, receipt: receipt.trim() || null });
    }
  };
  const rate = trace?.lines[0]?.rate;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      noValidate
    >
      <Stack>
        <TextInput
          label={t('amount', { currency: shop.currency })}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          size="xl"
          value={amount}
          onChange={({ currentTarget }) => setAmount(currentTarget.value)}
          error={tried && !valid ? t('amountWrong') : undefined}
        />
        {live !== null && live.categoryRates.length > 0 && (
          <Chip.Group value={category ?? ''} onChange={(value) => setCategory(String(value) || null)}>
            <Group gap="xs" role="group" aria-label={t('category')}>
              <Chip value="" size="md">
                {t('categoryOther')}
              </Chip>
              {live.categoryRates.map((each) => (
                <Chip key={each.category} value={each.category} size="md">
                  {each.category}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        )}
        <TextInput
          label={t('receipt')}
          description={t('receiptHint')}
          autoComplete="off"
          maxLength={128}
          value={receipt}
          onChange={({ currentTarget }) => setReceipt(currentTarget.value)}
        />
        <Text role="status" fz="lg" className="figures" mih={28}>
          {trace && rate && amountMinor !== null
            ? t('preview', {
                amount: format.money(amountMinor, shop.currency),
                rate: rateText(rate),
                points: format.points(trace.points),
              })
            : ''}
        </Text>
        {live !== null && live.daysUntilEntry > 0 && (
          <Text size="sm" c="dimmed">
            {t('entersAfter', { days: live.daysUntilEntry })}
          </Text>
        )}
        <ProblemAlert error={give.error ?? programme.error} />
        <Button type="submit" size="lg" loading={give.isPending}>
          {trace ? t('giveConfirm', { points: format.points(trace.points) }) : t('give')}
        </Button>
      </Stack>
    </form>
  );
}
