import type { Frame, RedemptionDetail } from './views.ts';

type Props = {
  frame: Frame;
  detail: Pick<RedemptionDetail, 'number' | 'state'>;
  /** She stands at the counter: it is handed to her now. */
  isHere?: boolean;
  /** Where the shop is stands on the page already. */
  isPlaceSaid?: boolean;
};

const OVER: ReadonlySet<RedemptionDetail['state']> = new Set([
  'received',
  'cancelling',
  'cancelled',
  'undoing',
  'undone',
]);

/** Where and with what she takes goods along; nothing once she has them, or they came to nothing. */
export function PickUpPanel({ frame, detail, isHere = false, isPlaceSaid = false }: Props) {
  const { words, shop, look } = frame;
  const { t } = words;
  if (OVER.has(detail.state)) return null;
  if (isHere) return <p>{t('pickUp.handedNow', { number: detail.number })}</p>;
  const { address } = shop.contact;
  const hours = look.footer.openingHours;
  return (
    <section class="panel" aria-labelledby="pick-up">
      <h2 id="pick-up">{t('pickUp.title')}</h2>
      <p>{t(detail.state === 'ready' ? 'pickUp.ready' : 'pickUp.line', { number: detail.number })}</p>
      {address && !isPlaceSaid && <address>{address}</address>}
      {hours && !isPlaceSaid && (
        <p class="small" lang={hours.lang}>
          {hours.text}
        </p>
      )}
      <p>
        <a class="button quiet" href="/me/code">
          {t('pickUp.code')}
        </a>
      </p>
    </section>
  );
}
