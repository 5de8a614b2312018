import type { Frame, RedemptionDetail } from './views.ts';

type Props = {
  frame: Frame;
  detail: Pick<RedemptionDetail, 'number' | 'state' | 'pickUpAt'>;
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
  const { pickUpAt: branch } = detail;
  const address = branch ? branch.address : shop.contact.address;
  const hours = branch ? null : look.footer.openingHours;
  return (
    <section class="panel" aria-labelledby="pick-up">
      <h2 id="pick-up">{t('pickUp.title')}</h2>
      <p>{t(detail.state === 'ready' ? 'pickUp.ready' : 'pickUp.line', { number: detail.number })}</p>
      {branch && <p class="item-name">{branch.name}</p>}
      {address && (branch || !isPlaceSaid) && (
        <address>
          {address} <MapLink words={words} mapUrl={branch?.mapUrl ?? null} />
        </address>
      )}
      {branch?.hours && <p class="small">{branch.hours}</p>}
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

/** To where the branch lies on a map. */
export function MapLink({
  words: { t },
  mapUrl,
}: {
  words: Pick<Frame['words'], 't'>;
  mapUrl: string | null;
}) {
  return mapUrl ? (
    <a href={mapUrl} target="_blank" rel="noreferrer">
      {t('delivery.map')}
    </a>
  ) : null;
}
