import { Alert, Button, Chip, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type UseMutationResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { parseAmountMinor } from '../../../src/domain/money.ts';
import type { Programme } from '../../../src/domain/programme/programme.ts';
import type { OrderAnswer } from '../../../src/features/orders/schemas.ts';
import { isUnknown, problemOf } from '../api/problem.ts';
import { useSubmission } from '../api/use-submission.ts';
import { AnchorLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { programmeQuery } from '../programme/api.ts';
import { rateText, tryPurchase } from '../programme/model.ts';
import { programmeOf } from '../programme/published.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { MEMBERS_KEY, type Member, type Purchase, recordPurchase } from './api.ts';
import { memberName } from './model.ts';

type Props = { opened: boolean; onClose: () => void; member: Member };

/** Amount, preview, confirm: gives the points of a purchase at the counter. */
export function GivePoints({ opened, onClose, member }: Props) {
  const t = useTranslations('members');
  const common = useTranslations('common');
  const format = useFormat();
  const phone = useMediaQuery('(max-width: 48em)');
  const programme = useQuery({ ...programmeQuery, enabled: opened });
  // Outlives the form: the same purchase, entered again after a lost answer, goes under the same key.
  const give = useSubmission({
    send: recordPurchase,
    refresh: [MEMBERS_KEY],
    onSuccess(answer) {
      const points = answer.state === 'credited' ? answer.points : 0;
      notifyDone(t('given', { name: memberName(member), points: format.points(points) }));
      onClose();
    },
  });
  const close = () => {
    if (give.isPending) return;
    if (!isUnknown(problemOf(give.error))) give.reset();
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      fullScreen={phone ?? false}
      title={t('giveTo', { name: memberName(member) })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Loadable query={programme} rows={3}>
        {({ live }) =>
          live === null ? <NoProgramme /> : <GiveForm member={member} live={programmeOf(live)} give={give} />
        }
      </Loadable>
    </Modal>
  );
}

/** No rule says yet what a purchase earns. */
function NoProgramme() {
  const t = useTranslations('members');
  const { me } = useShop();
  return (
    <Alert color="orange" variant="light" title={t('noProgramme')}>
      {me.role === 'clerk' ? (
        <Text c="var(--mantine-color-text)">{t('noProgrammeClerk')}</Text>
      ) : (
        <AnchorLink to="/programme">{t('toProgramme')}</AnchorLink>
      )}
    </Alert>
  );
}

type FormProps = {
  member: Member;
  live: Programme;
  give: UseMutationResult<OrderAnswer, Error, Purchase>;
};

function GiveForm({ member, live, give }: FormProps) {
  const t = useTranslations('members');
  const format = useFormat();
  const { shop } = useShop();
  const [amount, setAmount] = useState('');
  const [category, setCategory] = useState<string | null>(null);
  const [receipt, setReceipt] = useState('');
  const [tried, setTried] = useState(false);
  const amountMinor = parseAmountMinor(amount, shop.currency);
  const valid = amountMinor !== null && amountMinor > 0;
  const trace = valid ? tryPurchase(live, amountMinor, category) : null;
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
        {live.categoryRates.length > 0 && (
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
        {live.daysUntilEntry > 0 && (
          <Text size="sm" c="dimmed">
            {t('entersAfter', { days: live.daysUntilEntry })}
          </Text>
        )}
        <ProblemAlert error={give.error} />
        <Button type="submit" size="lg" loading={give.isPending}>
          {trace ? t('giveConfirm', { points: format.points(trace.points) }) : t('give')}
        </Button>
      </Stack>
    </form>
  );
}
