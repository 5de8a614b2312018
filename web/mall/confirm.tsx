import { AddressForm } from './address-form.tsx';
import { AsMember } from './as-member.tsx';
import { Field } from './field.tsx';
import { MallFrame } from './mall-frame.tsx';
import { MapLink } from './pick-up.tsx';
import { Picture } from './picture.tsx';
import { ProblemList } from './problem-list.tsx';
import { Said } from './said.tsx';
import type { ConfirmView, Frame, ReceiveView } from './views.ts';
import { VoucherLines } from './voucher-lines.tsx';

/** Item, price, what is left and where it goes; the price as seen travels with the form. */
export function ConfirmPage({ frame, view }: { frame: Frame; view: ConfirmView }) {
  const { words } = frame;
  const { t, format } = words;
  const { reward } = view;
  const price = format.points(reward.points);
  const problems = [
    ...(view.refusal ? [{ field: null, text: view.refusal }] : []),
    ...(view.proof?.error ? [{ field: 'code', text: view.proof.error }] : []),
    ...Object.entries(view.address ?? {}).flatMap(([field, { error }]) =>
      error ? [{ field, text: error }] : [],
    ),
  ];
  return (
    <MallFrame frame={frame} title={t('confirm.title')} page="with-bar narrow" keeps="typed">
      <p class="back">
        <a class="backlink" href={`/rewards/${reward.rewardId}`}>
          {t('confirm.back')}
        </a>
      </p>
      <h1>{t('confirm.title')}</h1>
      <ProblemList title={t(view.was ? 'confirm.changed' : 'confirm.problems')} problems={problems} />
      <section class="panel" aria-label={t('confirm.summary')}>
        <div class="item">
          <Picture url={reward.pictureUrl} alt="" eager />
          <p class="item-name">
            <Said words={words} text={reward.name} />
          </p>
        </div>
        <dl class="sums">
          <dt>{t('confirm.balanceNow')}</dt>
          <dd>{format.points(view.availablePoints)}</dd>
          <dt>{t('confirm.price')}</dt>
          <dd>
            <Was text={view.was?.points ? format.points(-view.was.points) : null} />
            {format.points(-reward.points)}
          </dd>
          {view.cash && (
            <>
              <dt>{t('mix.toPay')}</dt>
              <dd>
                <Was text={view.was?.cash} />
                {view.cash.amount}
              </dd>
            </>
          )}
          <dt class="sum">{t('confirm.balanceAfter')}</dt>
          <dd class="sum">{format.points(view.availablePoints - reward.points)}</dd>
        </dl>
      </section>
      <form
        id="typed"
        method="post"
        action={`/rewards/${reward.rewardId}/confirm`}
        data-once={t('confirm.waiting')}
        // Fields of an address that is not asked for are out of sight, and the server names what is missing.
        novalidate={view.receive !== null && view.receive.ways.length > 1}
      >
        <AsMember frame={frame} />
        <input type="hidden" name="idempotencyKey" value={view.idempotencyKey} />
        <input type="hidden" name="priceVersion" value={String(view.priceVersion)} />
        <input type="hidden" name="pointsEach" value={String(reward.points)} />
        <input type="hidden" name="cashEachMinor" value={String(view.cash?.amountMinor ?? 0)} />
        {view.cash && <PayBy words={words} cash={view.cash} />}
        {view.receive && <ReceiveBy words={words} receive={view.receive} />}
        <input type="hidden" name="shippingFeeMinor" value={String(view.shippingFeeMinor)} />
        {(view.shippingFee ?? view.was?.fee) && (
          <p class="notice sent-only">
            <Was text={view.was?.fee} />
            {view.shippingFee ?? t('delivery.free')}
          </p>
        )}
        {view.address && <AddressForm words={words} address={view.address} countries={view.countries} />}
        {reward.voucher && <VoucherLines words={words} voucher={reward.voucher} />}
        {view.proof ? (
          <ProofCode words={words} proof={view.proof} />
        ) : (
          view.asksCodeAt && (
            <p class="notice">{t('proof.ahead', { points: price, contact: view.asksCodeAt })}</p>
          )
        )}
        <div class="bar">
          <button class="button" type="submit">
            {view.cash
              ? t(
                  view.cash.methods.length === 1 && view.cash.method === 'online'
                    ? 'mix.submitPay'
                    : 'mix.submit',
                  {
                    points: price,
                    cash: view.cash.amount,
                  },
                )
              : t(view.was ? 'confirm.submitNew' : 'confirm.submit', { points: price })}
          </button>
          <p class="small">{reward.voucher ? t('voucher.askLine') : cancelWords(words, view.cash)}</p>
        </div>
      </form>
    </MallFrame>
  );
}

/** What it said before it changed. */
function Was({ text = null }: { text?: string | null | undefined }) {
  return (
    text !== null && (
      <>
        <del>{text}</del>{' '}
      </>
    )
  );
}

/** The code that so many points ask for, in the form that it finishes. */
function ProofCode({
  words: { t },
  proof,
}: {
  words: Frame['words'];
  proof: NonNullable<ConfirmView['proof']>;
}) {
  return (
    <section class="panel proof" aria-label={t('proof.title')}>
      <h2>{t('proof.title')}</h2>
      <p>{t('proof.sent', { contact: proof.sentTo })}</p>
      <input type="hidden" name="codeSentTo" value={proof.sentTo} />
      <Field
        name="code"
        label={t('sign.code')}
        state={{ value: '', error: proof.error }}
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={12}
        hint={t('sign.codeHint')}
        wide
        focus
      />
      <button class="link" type="submit" name="sendAgain" value="yes">
        {t('proof.again')}
      </button>
    </section>
  );
}

/** What comes back with a cancel, cash too. */
function cancelWords({ t, format: { unit } }: Frame['words'], cash: ConfirmView['cash']): string {
  if (!cash) return t('confirm.cancellable', { unit });
  const isCounter = cash.methods.length === 1 && cash.method === 'counter';
  return t(isCounter ? 'confirm.cancellableCounter' : 'confirm.cancellableCash', { unit, cash: cash.amount });
}

/** Sent or fetched, and where; the address below is asked for only where it is sent. One way alone is said and not asked. */
function ReceiveBy({ words: { t }, receive }: { words: Frame['words']; receive: ReceiveView }) {
  const [only, ...others] = receive.ways;
  if (only && others.length === 0) {
    return (
      <>
        <input type="hidden" name="receive" value={only.value} />
        {only.value !== 'send' && (
          <p class="notice">
            {only.name} · {only.line} <MapLink words={{ t }} mapUrl={only.mapUrl} />
          </p>
        )}
      </>
    );
  }
  return (
    <fieldset class="pay-by receive-by">
      <legend>{t('pickUp.receive')}</legend>
      {receive.ways.map(({ value, name, line, mapUrl }, place) => (
        <p class="pick">
          <input
            id={`receive-${place}`}
            type="radio"
            name="receive"
            value={value}
            checked={value === receive.chosen}
            aria-describedby={line ? `receive-${place}-line` : undefined}
          />
          <label for={`receive-${place}`}>{name}</label>
          {line && (
            <span class="small" id={`receive-${place}-line`}>
              {line} <MapLink words={{ t }} mapUrl={mapUrl} />
            </span>
          )}
        </p>
      ))}
    </fieldset>
  );
}

/** How the cash is paid; where there is one way only, it is said and not asked. */
function PayBy({
  words: { t, format },
  cash,
}: {
  words: Frame['words'];
  cash: NonNullable<ConfirmView['cash']>;
}) {
  const [only, ...others] = cash.methods;
  if (others.length === 0) {
    return (
      <>
        <input type="hidden" name="payment" value={only ?? 'online'} />
        <p class="notice">
          {t(only === 'counter' ? 'mix.counterLine' : 'mix.onlineLine', { unit: format.unit })}
        </p>
      </>
    );
  }
  return (
    <fieldset class="pay-by">
      <legend>{t('mix.payBy')}</legend>
      {cash.methods.map((method) => (
        <p class="pick">
          <input
            id={`pay-${method}`}
            type="radio"
            name="payment"
            value={method}
            checked={method === cash.method}
            aria-describedby={`pay-${method}-line`}
          />
          <label for={`pay-${method}`}>{t(method === 'counter' ? 'mix.counter' : 'mix.online')}</label>
          <span class="small" id={`pay-${method}-line`}>
            {t(method === 'counter' ? 'mix.counterLine' : 'mix.onlineLine', { unit: format.unit })}
          </span>
        </p>
      ))}
    </fieldset>
  );
}
