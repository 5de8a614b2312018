import type { PaymentPanel } from './views.ts';
import type { Words } from './words.ts';

type Props = { words: Words; redemptionId: string; panel: PaymentPanel };

/** What is to be paid and until when, or what was paid and what went back. */
export function PaymentPanelSection({ words, redemptionId, panel }: Props) {
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
          <p>{t('pay.minutesLeft', { minutes: panel.minutesLeft, unit })}</p>
          <a class="button" href={panel.url ?? '#'} rel="noreferrer">
            {t('pay.go', { amount })}
          </a>
          <p class="small">{t('pay.until', { time: until })}</p>
        </>
      )}
      {step === 'to_pay' && method === 'counter' && (
        <p class="notice">{t('pay.counter', { time: until, amount, unit })}</p>
      )}
      {(step === 'preparing' || step === 'ending') && (
        <>
          <p class="notice">{t(step === 'preparing' ? 'pay.preparing' : 'pay.ending', { unit })}</p>
          <a class="button quiet" href={`/redemptions/${redemptionId}/paid`}>
            {t('success.reload')}
          </a>
        </>
      )}
      {step === 'paid' && <p>{t(method === 'counter' ? 'pay.paidAtCounter' : 'pay.paid')}</p>}
      {step === 'none' && <p>{t('pay.notPaid')}</p>}
      {step === 'unknown' && <p class="notice">{t('pay.unknown', { amount })}</p>}
      {panel.refunds.map((refund) => (
        <p class="notice">{t(`pay.refund.${refund.state}`, { amount: refund.amount })}</p>
      ))}
    </section>
  );
}
