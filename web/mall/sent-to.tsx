import type { Words } from './words.ts';

/** Where a parcel goes, and what it costs on arrival. */
export function SentTo({
  words: { t },
  address,
  fee,
}: {
  words: Words;
  address: string[] | null;
  fee: string | null;
}) {
  return (
    <section class="panel" aria-labelledby="address">
      <h2 id="address">{t('redemption.address')}</h2>
      {address ? (
        <address>
          {address.map((line) => (
            <>
              {line}
              <br />
            </>
          ))}
        </address>
      ) : (
        <p>{t('redemption.addressErased')}</p>
      )}
      {fee && <p class="small">{t('delivery.fee', { amount: fee })}</p>}
    </section>
  );
}
