import { Button, CopyButton, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { numberOf } from '../../../src/domain/redemption/redemption-number.ts';
import { memberQuery } from '../members/api.ts';
import { memberName } from '../members/model.ts';
import { AnchorLink } from '../parts/links.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { VoucherPanel } from '../vouchers/voucher-panel.tsx';
import { type Redemption, redemptionQuery } from './api.ts';
import { whyUndone } from './cash.ts';
import { addressLines, labelText, pointsTold, waitsForCash } from './model.ts';
import { PaymentPanel } from './payment-panel.tsx';
import { RedemptionActions } from './redemption-actions.tsx';
import { RedemptionTimeline } from './redemption-timeline.tsx';
import { TrailPanels } from './trail-panels.tsx';

const MOVING_MS = 1500;
/** The member may pay, and Stripe may give cash back, while it lies open. */
const WAITING_MS = 8000;

/** One redemption as its account has it; on its way between two states it is looked at until it has arrived. */
export function useRedemption(memberId: string, redemptionId: string) {
  return useQuery({ ...redemptionQuery(memberId, redemptionId), refetchInterval: unsettledInterval });
}

function unsettledInterval(query: { state: { data?: Redemption | undefined } }): number | false {
  const redemption = query.state.data;
  if (!redemption) return false;
  if (['reserving', 'committing', 'undoing', 'cancelling'].includes(redemption.state)) return MOVING_MS;
  return waitsForCash(redemption) ? WAITING_MS : false;
}

/** What to send and where, what has happened, what can be done next; in one column beside a list. */
export function RedemptionDetail({ redemption, columns }: { redemption: Redemption; columns: 1 | 2 }) {
  const t = useTranslations('redemptions');
  const format = useFormat();
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
      <SimpleGrid cols={{ base: 1, md: columns }} spacing="lg" style={{ alignItems: 'start' }}>
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
        <Stack>
          <RedemptionTimeline redemption={redemption} />
          <TrailPanels redemption={redemption} />
        </Stack>
      </SimpleGrid>
    </>
  );
}

function Delivery({
  redemption: { delivery, pickUp, branch, shippingFeeMinor },
}: {
  redemption: Redemption;
}) {
  const t = useTranslations('redemptions');
  const format = useFormat();
  const { shop } = useShop();
  if (pickUp)
    return (
      <Paper withBorder p="md">
        <Text fw={600}>{branch ? t('pickUpAt', { branch: branch.name }) : t('pickUp')}</Text>
        <Text c="dimmed">{t('pickUpLine')}</Text>
      </Paper>
    );
  if (delivery === null) return null;
  const { person, place } = addressLines(delivery);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="delivery">
      <Title order={2} id="delivery" mb="xs">
        {t('delivery')}
      </Title>
      <Text>{person}</Text>
      <Text>{place}</Text>
      {shippingFeeMinor > 0 && (
        <Text fw={600}>{t('shippingFee', { amount: format.money(shippingFeeMinor, shop.currency) })}</Text>
      )}
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
