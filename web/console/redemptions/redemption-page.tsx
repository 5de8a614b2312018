import { Button, CopyButton, Paper, SimpleGrid, Stack, Text, Timeline, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { numberOf } from '../../../src/domain/redemption/redemption-number.ts';
import { memberQuery } from '../members/api.ts';
import { memberName } from '../members/model.ts';
import { AnchorLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { useFormat } from '../session/use-format.ts';
import { VoucherPanel } from '../vouchers/voucher-panel.tsx';
import { type Redemption, redemptionQuery } from './api.ts';
import { cashSteps, whyUndone } from './cash.ts';
import { addressLines, labelText, pointsTold, toldTimeline, waitsForCash } from './model.ts';
import { PaymentPanel } from './payment-panel.tsx';
import { RedemptionActions } from './redemption-actions.tsx';
import { StateBadge } from './state-badge.tsx';
import { useDoer } from './use-doer.ts';
import { useLineWords } from './use-line-words.ts';

/** Moments at which somebody cancelled it. */
const ENDS = ['undoing', 'undone', 'cancelling', 'cancelled'] as const;
const MOVING_MS = 1500;
/** The member may pay, and Stripe may give cash back, while the page stands open. */
const WAITING_MS = 8000;

/** One redemption: what to send and where, what has happened, what can be done next. */
export function RedemptionPage() {
  const t = useTranslations('redemptions');
  const lineWords = useLineWords();
  const { memberId, redemptionId } = useParams({ from: '/shop/redemptions/$memberId/$redemptionId' });
  const redemption = useQuery({
    ...redemptionQuery(memberId, redemptionId),
    refetchInterval: unsettledInterval,
  });
  return (
    <Page
      title={redemption.data ? redemption.data.lines.map(lineWords).join(t('listComma')) : t('one')}
      back={{ to: '/redemptions', label: t('title') }}
      note={redemption.data && <StateBadge state={redemption.data.state} />}
    >
      <Loadable query={redemption} rows={3} rowHeight={120}>
        {(data) => <Detail redemption={data} />}
      </Loadable>
    </Page>
  );
}

/** A redemption on its way between two states is looked at again until it has arrived. */
function unsettledInterval(query: { state: { data?: Redemption | undefined } }): number | false {
  const redemption = query.state.data;
  if (!redemption) return false;
  if (['reserving', 'committing', 'undoing', 'cancelling'].includes(redemption.state)) return MOVING_MS;
  return waitsForCash(redemption) ? WAITING_MS : false;
}

function Detail({ redemption }: { redemption: Redemption }) {
  const t = useTranslations('redemptions');
  const format = useFormat();
  const nowMs = Date.now();
  const doer = useDoer();
  const cash = useTranslations('cash');
  const steps = [
    ...cashSteps(redemption.payment).map(({ told: words, at, amountMinor, by }, position) => ({
      key: `${words}-${position}`,
      title: cash(`told.${words}`, {
        amount: format.money(amountMinor, redemption.payment?.currency ?? ''),
      }),
      at,
      note: null,
      who: doer(by),
      parcel: false,
    })),
    ...toldTimeline(redemption).map(({ told: words, at, note }) => ({
      key: words,
      title: t(`told.${words}`),
      at,
      note,
      who: ENDS.some((each) => each === words) ? doer(redemption.cancelledBy) : null,
      parcel: words === 'shipped',
    })),
  ];
  const told = steps.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const why = whyUndone(redemption);
  // Taking the cash is what there is to do about it then.
  const awaited = redemption.state === 'awaiting_payment';
  const payment = redemption.payment && (
    // Keyed, so that its dialog stays open when it moves below what is to be sent.
    <PaymentPanel key="cash" redemption={redemption} payment={redemption.payment} />
  );
  return (
    <>
      <RedemptionActions redemption={redemption} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Stack>
          {awaited && payment}
          {redemption.voucher && <VoucherPanel redemption={redemption} voucher={redemption.voucher} />}
          <Delivery redemption={redemption} />
          <Paper withBorder p="md" component="section" aria-labelledby="what">
            <Title order={2} id="what" mb="xs">
              {t('what')}
            </Title>
            <Text className="figures">
              {t(pointsTold(redemption.state), { points: format.points(redemption.points) })}
            </Text>
            {why && <Text>{t(`why.${why}`)}</Text>}
            <Text c="dimmed" className="figures" style={{ overflowWrap: 'anywhere' }}>
              {t('number')} {numberOf(redemption.id)}
            </Text>
            <MemberLink memberId={redemption.memberId} />
          </Paper>
          {!awaited && payment}
        </Stack>
        <Paper withBorder p="md" component="section" aria-labelledby="timeline">
          <Title order={2} id="timeline" mb="sm">
            {t('timeline')}
          </Title>
          <Timeline active={told.length - 1} bulletSize={16} lineWidth={2}>
            {told.map(({ key, title, at, note, who, parcel }) => (
              <Timeline.Item key={`${key}-${at}`} title={title}>
                <Text size="sm" c="dimmed" className="figures">
                  {[format.dateTime(Date.parse(at), nowMs), who].filter(Boolean).join(' · ')}
                </Text>
                {note && (
                  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                    {t('said', { words: note })}
                  </Text>
                )}
                {parcel && redemption.carrier && (
                  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                    {redemption.carrier} {redemption.trackingNumber}
                  </Text>
                )}
              </Timeline.Item>
            ))}
          </Timeline>
        </Paper>
      </SimpleGrid>
    </>
  );
}

function Delivery({ redemption: { delivery } }: { redemption: Redemption }) {
  const t = useTranslations('redemptions');
  if (delivery === null) return null;
  const { person, place } = addressLines(delivery);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="delivery">
      <Title order={2} id="delivery" mb="xs">
        {t('delivery')}
      </Title>
      <Text>{person}</Text>
      <Text>{place}</Text>
      <CopyButton value={labelText(delivery)} timeout={2000}>
        {({ copied, copy }) => (
          <Button variant="default" mt="sm" onClick={copy}>
            {copied ? t('addressCopied') : t('copyAddress')}
          </Button>
        )}
      </CopyButton>
    </Paper>
  );
}

function MemberLink({ memberId }: { memberId: string }) {
  const t = useTranslations('redemptions');
  const member = useQuery(memberQuery(memberId));
  return (
    <Text>
      {t('member')}{' '}
      <AnchorLink to="/members/$memberId" params={{ memberId }}>
        {member.data ? memberName(member.data.member) : t('memberProfile')}
      </AnchorLink>
    </Text>
  );
}
