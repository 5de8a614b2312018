import type { TextInLanguage } from '../../src/messages/localized-text.ts';
import { Said } from './said.tsx';
import { SLOT } from './slot.ts';
import type { PaymentPanel, RedemptionDetail } from './views.ts';
import type { Words } from './words.ts';

type Props = {
  words: Words;
  order: Pick<RedemptionDetail, 'redemptionId' | 'number'>;
  panel: PaymentPanel;
  shopAddress: string | null;
  /** When the shop is open, in its own words. */
  hours: TextInLanguage | null;
};

/** What is to be paid and until when, or what was paid and what went back. */
export function PaymentPanelSection({ words, order, panel, shopAddress, hours }: Props) {
  const { t, format, nowMs } = words;
  const { unit } = format;
  const { amount, method, step } = panel;
  const until = format.dateTime(panel.payUntilMs, nowMs);
  return (
    <section class="panel pay" aria-labelledby="pay">
      <h2 id="pay">{t('pay.title')}</h2>
      <p class="pay-amount">{amount}</p>
      {step === 'to_pay' && method === 'online' && (
        <>
          <p
            data-until={String(panel.payUntilMs)}
            data-now={String(nowMs)}
            data-left={t('pay.timeLeft', { time: SLOT, unit })}
            data-over={t('pay.over', { unit })}
          >
            {t('pay.minutesLeft', { minutes: panel.minutesLeft, unit })}
          </p>
          <a class="button" data-in-time="" href={panel.url ?? '#'} rel="noreferrer">
            {t('pay.go', { amount })}
          </a>
          <p class="small" data-in-time="">
            {t('pay.until', { time: until })}
          </p>
          <p class="small">{t('pay.nothingYet')}</p>
        </>
      )}
      {step === 'to_pay' && method === 'counter' && (
        <>
          <p class="notice">{t('pay.counter', { time: until, amount, unit })}</p>
          <p>{t('pay.counterShow', { number: order.number })}</p>
          {shopAddress && <p class="small">{t('pay.refundAt', { address: shopAddress })}</p>}
          {hours && (
            <p class="small">
              {t('foot.hours')} <Said words={words} text={hours} />
            </p>
          )}
        </>
      )}
      {(step === 'preparing' || step === 'ending') && (
        <>
          <p class="notice">{t(step === 'preparing' ? 'pay.preparing' : 'pay.ending', { unit })}</p>
          <a class="button quiet" href={`/redemptions/${order.redemptionId}/paid`}>
            {t('success.reload')}
          </a>
        </>
      )}
      {step === 'paid' && <p>{t(paidWords(panel))}</p>}
      {step === 'none' && <p>{t('pay.notPaid')}</p>}
      {step === 'unknown' && <p class="notice">{t('pay.unknown', { amount })}</p>}
      {panel.refunds.map((refund) => (
        <p class="notice">
          {t(`pay.refund.${refund.state}`, { amount: refund.amount })}
          {refund.state === 'done' && ` ${doneWords(words, method, refund.atMs)}`}
          {refund.state === 'by_hand' && ` ${t('pay.refundBring', { number: order.number })}`}
          {refund.state === 'by_hand' && shopAddress && ` ${t('pay.refundAt', { address: shopAddress })}`}
        </p>
      ))}
    </section>
  );
}

/** When it went back, and how long a bank takes to show it. */
function doneWords({ t, format, nowMs }: Words, method: PaymentPanel['method'], atMs: number): string {
  const time = format.dateTime(atMs, nowMs);
  return t(method === 'counter' ? 'pay.refundedInShop' : 'pay.refundedToCard', { time });
}

/** Cash that went back is not "paid" any more. */
function paidWords({ method, refunded }: PaymentPanel) {
  if (refunded !== 'none') return refunded === 'whole' ? 'pay.refunded' : 'pay.refundedPart';
  return method === 'counter' ? 'pay.paidAtCounter' : 'pay.paid';
}
