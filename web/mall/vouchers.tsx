import { MallFrame } from './mall-frame.tsx';
import { BackToMe } from './me.tsx';
import { memberWords } from './member-words.ts';
import { Picture } from './picture.tsx';
import { Said } from './said.tsx';
import type { Frame, RedemptionDetail, VoucherView } from './views.ts';
import type { Words } from './words.ts';

export type WalletVoucher = Pick<RedemptionDetail, 'redemptionId' | 'name' | 'pictureUrl'> & {
  voucher: VoucherView;
};
/** Null when they can't be read, which is not the same as none. */
export type VouchersView = WalletVoucher[] | null;

const STANDINGS = ['usable', 'used', 'expired'] as const;

/** Her vouchers: what she can still use stands first, each a tap from its code. */
export function VouchersPage({ frame, view }: { frame: Frame; view: VouchersView }) {
  const { words } = frame;
  const { t } = words;
  const m = memberWords(words);
  return (
    <MallFrame frame={frame} title={m('vouchers.title')} page="narrow own">
      <BackToMe words={words} />
      <h1>{m('vouchers.title')}</h1>
      {view === null ? (
        <div class="empty" role="status">
          <p>{t('fault.unavailableTitle')}</p>
          <a class="button quiet" href="/me/vouchers">
            {t('fault.retry')}
          </a>
        </div>
      ) : view.length === 0 ? (
        <div class="empty">
          <p>{m('vouchers.none')}</p>
          <a class="button quiet" href="/">
            {t('redemptions.emptyAction')}
          </a>
        </div>
      ) : (
        STANDINGS.map((standing) => (
          <Standing
            words={words}
            standing={standing}
            vouchers={view.filter((each) => each.voucher.standing === standing)}
          />
        ))
      )}
    </MallFrame>
  );
}

type StandingProps = { words: Words; standing: (typeof STANDINGS)[number]; vouchers: WalletVoucher[] };

function Standing({ words, standing, vouchers }: StandingProps) {
  const { t, format, nowMs } = words;
  const m = memberWords(words);
  if (vouchers.length === 0) return null;
  return (
    <section>
      <h2>{m(`vouchers.${standing}`)}</h2>
      <ul class="orders">
        {vouchers.map(({ redemptionId, name, pictureUrl, voucher }) => (
          <li>
            <a class="order" href={`/redemptions/${redemptionId}#voucher`}>
              <Picture url={pictureUrl} alt="" />
              <span class="order-text">
                <span class="order-name">
                  <Said words={words} text={name} />
                </span>
                <span class="small">
                  {voucher.usedAtMs !== null
                    ? t('voucher.used', { time: format.dateTime(voucher.usedAtMs, nowMs) })
                    : voucher.validUntilMs === null
                      ? t('voucher.noEnd')
                      : t('voucher.until', { date: format.lastDay(voucher.validUntilMs, nowMs) })}
                </span>
              </span>
              {standing === 'usable' && <span class="state order-code">{voucher.code}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
