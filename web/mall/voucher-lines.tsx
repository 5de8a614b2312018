import { TicketIcon, TickIcon, WaitIcon } from './icons.tsx';
import type { VoucherOfferView } from './views.ts';
import type { Words } from './words.ts';

/** What a coupon or a service is good for, before it is redeemed. */
export function VoucherLines({ words: { t }, voucher }: { words: Words; voucher: VoucherOfferView }) {
  return (
    <ul class="facts">
      {voucher.worth && (
        <li>
          <TicketIcon />
          {voucher.worth}
        </li>
      )}
      <li>
        <TickIcon />
        {t('voucher.atOnce')}
      </li>
      <li>
        <WaitIcon />
        {voucher.validDays === null ? t('voucher.noEnd') : t('voucher.days', { days: voucher.validDays })}
      </li>
    </ul>
  );
}
