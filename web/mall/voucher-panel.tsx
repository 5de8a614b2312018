import { QrCode } from './qr-code.tsx';
import type { VoucherView } from './views.ts';
import type { Words } from './words.ts';

/** What she shows in the shop while it counts, and what became of it afterwards. */
export function VoucherPanel({ words, voucher }: { words: Words; voucher: VoucherView }) {
  const { t, format, nowMs } = words;
  const { standing, worth, validUntilMs, usedAtMs } = voucher;
  const usable = standing === 'usable';
  return (
    <section class={`panel voucher voucher-${standing}`} aria-labelledby="voucher">
      <h2 id="voucher">{t('voucher.title')}</h2>
      {worth && <p class="voucher-worth">{worth}</p>}
      {usable && <p>{t('voucher.show')}</p>}
      <p class="voucher-code">
        <label for="voucher-code" class="hidden">
          {t('voucher.code')}
        </label>
        <input id="voucher-code" type="text" readonly value={voucher.code} size={8} spellcheck={false} />
      </p>
      {usable && (
        <p>
          <button class="link" type="button" data-copy={voucher.code} hidden>
            {t('voucher.copy')}
          </button>
          <span class="small" role="status" data-copied={t('voucher.copied')} />
        </p>
      )}
      {usable && <QrCode label={t('voucher.qr')} text={voucher.address} />}
      {usable && (
        <p class="small">
          {validUntilMs === null
            ? t('voucher.noEnd')
            : t('voucher.until', { date: format.lastDay(validUntilMs, nowMs) })}
        </p>
      )}
      {usedAtMs !== null && <p>{t('voucher.used', { time: format.dateTime(usedAtMs, nowMs) })}</p>}
      {standing === 'expired' && validUntilMs !== null && (
        <p>{t('voucher.expired', { date: format.lastDay(validUntilMs, nowMs), unit: format.unit })}</p>
      )}
    </section>
  );
}
