import { Alert, Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type UseMutationResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Programme } from '../../../src/domain/programme/programme.ts';
import type { RecordedPurchase } from '../../../src/features/orders/schemas.ts';
import { isUnknown, problemOf } from '../api/problem.ts';
import { useSubmission } from '../api/use-submission.ts';
import { AnchorLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { programmeQuery } from '../programme/api.ts';
import { rateText, tryReceipt } from '../programme/model.ts';
import { programmeOf } from '../programme/published.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { MEMBERS_KEY, type Member, type Purchase, recordPurchase } from './api.ts';
import { memberName } from './model.ts';
import { newReceiptLine, readReceipt } from './receipt.ts';
import { ReceiptLines } from './receipt-lines.tsx';

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
      const points = format.points(answer.points);
      // The dialog stays: whoever reads it still has to decide what to do with the receipt.
      if (answer.countedBefore !== null) return;
      notifyDone(t('given', { name: memberName(member), points }));
      onClose();
    },
  });
  const close = () => {
    if (give.isPending) return;
    if (give.isSuccess || !isUnknown(problemOf(give.error))) give.reset();
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
  give: UseMutationResult<RecordedPurchase, Error, Purchase>;
};

function GiveForm({ member, live, give }: FormProps) {
  const t = useTranslations('members');
  const format = useFormat();
  const { shop } = useShop();
  const [lines, setLines] = useState([newReceiptLine([])]);
  const [receipt, setReceipt] = useState('');
  const [tried, setTried] = useState(false);
  const read = readReceipt(lines, shop.currency);
  const trace = read && tryReceipt(live, read);
  const submit = () => {
    setTried(true);
    if (read) give.mutate({ memberId: member.id, lines: read, receipt: receipt.trim() || null });
  };
  const [only] = trace?.lines.length === 1 ? trace.lines : [];
  const totalMinor = (read ?? []).reduce((sum, line) => sum + line.amountMinor, 0);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      noValidate
    >
      <Stack>
        <ReceiptLines
          lines={lines}
          onChange={setLines}
          categories={live.categoryRates.map(({ category }) => category)}
          tried={tried}
        />
        <TextInput
          label={t('receipt')}
          description={t('receiptHint')}
          autoComplete="off"
          maxLength={128}
          value={receipt}
          onChange={({ currentTarget }) => setReceipt(currentTarget.value)}
        />
        <Text role="status" fz="lg" className="figures" mih={28}>
          {trace
            ? t(only ? 'preview' : 'previewSum', {
                amount: format.money(totalMinor, shop.currency),
                rate: only ? rateText(only.rate) : '',
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
        {give.data?.countedBefore && <CountedBefore purchase={give.data} at={give.data.countedBefore} />}
        <Button type="submit" size="lg" loading={give.isPending}>
          {trace ? t('giveConfirm', { points: format.points(trace.points) }) : t('give')}
        </Button>
      </Stack>
    </form>
  );
}

/** Nothing was given: the receipt was counted by an earlier entry. */
function CountedBefore({ purchase, at }: { purchase: RecordedPurchase; at: string }) {
  const t = useTranslations('members');
  const format = useFormat();
  return (
    <Alert role="alert" color="orange" variant="light" title={t('countedBeforeTitle')}>
      <Text c="var(--mantine-color-text)">
        {t('countedBefore', {
          time: format.dateTime(Date.parse(at), Date.now()),
          points: format.points(purchase.points),
        })}
      </Text>
    </Alert>
  );
}
