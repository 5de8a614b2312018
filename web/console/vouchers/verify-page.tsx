import { Alert, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isVoucherCode, readVoucherCode } from '../../../src/domain/redemption/voucher.ts';
import { problemOf } from '../api/problem.ts';
import { useSubmission } from '../api/use-submission.ts';
import { memberName, spacedNumber } from '../members/model.ts';
import { AnchorLink } from '../parts/links.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { type ListedRedemption, REDEMPTIONS_KEY } from '../redemptions/api.ts';
import { useLineWords } from '../redemptions/use-line-words.ts';
import { useFormat } from '../session/use-format.ts';
import { markUsed, VOUCHERS_KEY, voucherQuery } from './api.ts';
import { type VoucherStanding, voucherStanding } from './model.ts';
import { useUsedWords } from './use-used-words.ts';
import { VoucherWorth } from './voucher-worth.tsx';

/** A code is typed or scanned, what it is worth is looked at, and one tap takes it. */
export function VerifyPage() {
  const t = useTranslations('vouchers');
  const navigate = useNavigate();
  const { code } = useSearch({ from: '/shop/redemptions/verify' });
  const [typed, setTyped] = useState(code ?? '');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // Typing is all that this page is for; a code that was scanned has nothing to type.
  useEffect(() => {
    if (code === undefined) field.current?.focus();
  }, [code]);
  const look = (text: string) => {
    const read = readVoucherCode(text);
    setWrong(read === null && text.trim() !== '');
    setTyped(read ?? text);
    void navigate({ to: '/redemptions/verify', search: read ? { code: read } : {}, replace: true });
  };
  return (
    <Page title={t('verify')} back={{ to: '/redemptions', label: t('back') }} note={t('verifyNote')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          look(typed);
        }}
      >
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <TextInput
            label={t('code')}
            placeholder="ABCD2345"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            ref={field}
            style={{ flex: 1 }}
            styles={{
              input: { fontFamily: 'var(--mantine-font-family-monospace)', letterSpacing: '0.08em' },
            }}
            value={typed}
            onChange={({ currentTarget: { value } }) => {
              // A whole code needs no press: what it is worth stands there when the last letter is typed.
              if (isVoucherCode(value.trim().toUpperCase())) look(value);
              else setTyped(value);
            }}
            error={wrong ? t('codeWrong') : undefined}
          />
          <Button type="submit" variant={code === undefined ? 'filled' : 'default'}>
            {t('look')}
          </Button>
        </Group>
      </form>
      {code !== undefined && <Found key={code} code={code} onNext={() => look('')} />}
    </Page>
  );
}

function Found({ code, onNext }: { code: string; onNext: () => void }) {
  const t = useTranslations('vouchers');
  const format = useFormat();
  const usedWords = useUsedWords();
  const voucher = useQuery(voucherQuery(code));
  const use = useSubmission({
    send: (input: { code: string }, key) => markUsed(input.code, key),
    refresh: [VOUCHERS_KEY, REDEMPTIONS_KEY, ['home']],
  });
  if (voucher.error !== null) {
    const unknown = problemOf(voucher.error).status === 404;
    return unknown ? (
      <Refused title={t('unknown')} detail={t('unknownDetail')} />
    ) : (
      <ProblemAlert error={voucher.error} onRetry={() => void voucher.refetch()} />
    );
  }
  if (voucher.data === undefined) return <Text c="dimmed">{t('looking')}</Text>;
  const redemption = use.data ?? voucher.data;
  const now = Date.now();
  const standing = voucherStanding(redemption, now);
  const lastDay = (at: string | null) => (at === null ? '' : format.lastDay(Date.parse(at), now));
  return (
    <Stack>
      {use.isSuccess && (
        <Alert
          color="pine"
          variant="light"
          icon={<IconCircleCheck aria-hidden />}
          title={t('done')}
          role="status"
        />
      )}
      {!use.isSuccess && standing === 'used' && <Refused title={t('used')} detail={usedWords(redemption)} />}
      {standing === 'expired' && (
        <Refused
          title={t('expired')}
          detail={t('expiredAt', { time: lastDay(redemption.voucher?.validUntil ?? null) })}
        />
      )}
      {standing === 'cancelled' && <Refused title={t('cancelled')} detail={t('cancelledDetail')} />}
      <What redemption={redemption} standing={standing} />
      <ProblemAlert error={use.error} />
      {standing === 'usable' && (
        <Button size="lg" loading={use.isPending} onClick={() => use.mutate({ code })}>
          {t('use')}
        </Button>
      )}
      {standing !== 'usable' && (
        <Button variant="default" onClick={onNext}>
          {t('next')}
        </Button>
      )}
    </Stack>
  );
}

/** What it is, whose, and until when. */
function What({ redemption, standing }: { redemption: ListedRedemption; standing: VoucherStanding }) {
  const t = useTranslations('vouchers');
  const format = useFormat();
  const lineWords = useLineWords();
  const { voucher, member, lines, memberId, id } = redemption;
  const until = voucher?.validUntil ?? null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('what')}>
      <VoucherWorth redemption={redemption} />
      <Text fw={600}>{lines.map(lineWords).join('')}</Text>
      {member && <Text>{memberName({ ...member, number: spacedNumber(member.number) })}</Text>}
      {standing === 'usable' && (
        <Text c="dimmed">
          {until === null ? t('noEnd') : t('until', { date: format.lastDay(Date.parse(until), Date.now()) })}
        </Text>
      )}
      <AnchorLink to="/redemptions/$memberId/$redemptionId" params={{ memberId, redemptionId: id }}>
        {t('toRedemption')}
      </AnchorLink>
    </Paper>
  );
}

function Refused({ title, detail }: { title: string; detail: string }) {
  return (
    <Alert
      color="red.8"
      variant="filled"
      title={title}
      role="alert"
      icon={<IconCircleX aria-hidden />}
      styles={{ title: { color: 'var(--mantine-color-white)', fontSize: 'var(--mantine-font-size-lg)' } }}
    >
      <Text c="var(--mantine-color-white)">{detail}</Text>
    </Alert>
  );
}
