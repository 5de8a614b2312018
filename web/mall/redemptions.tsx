import { OrdersIcon } from './icons.tsx';
import { MallFrame } from './mall-frame.tsx';
import { Pager } from './pager.tsx';
import { Picture } from './picture.tsx';
import { Said, SLOT } from './said.tsx';
import type { Frame, RedemptionTile } from './views.ts';
import type { Words } from './words.ts';

export type RedemptionsView = {
  items: RedemptionTile[];
  olderHref: string | null;
  newestHref: string | null;
} | null;

/** My orders, newest first; null when they can't be read, which is not the same as none. */
export function RedemptionsPage({ frame, view }: { frame: Frame; view: RedemptionsView }) {
  const { t } = frame.words;
  return (
    <MallFrame frame={frame} title={t('redemptions.title')} page="narrow">
      <h1>{t('redemptions.title')}</h1>
      <List words={frame.words} view={view} />
    </MallFrame>
  );
}

function List({ words, view }: { words: Words; view: RedemptionsView }) {
  const { t } = words;
  if (view === null) {
    return (
      <div class="empty" role="status">
        <p>{t('fault.unavailableTitle')}</p>
        <a class="button quiet" href="/redemptions">
          {t('fault.retry')}
        </a>
      </div>
    );
  }
  if (view.items.length === 0 && view.newestHref === null) {
    return (
      <div class="empty">
        <OrdersIcon />
        <p>{t('redemptions.empty')}</p>
        <p class="small">{t('redemptions.emptyLine')}</p>
        <a class="button quiet" href="/">
          {t('redemptions.emptyAction')}
        </a>
      </div>
    );
  }
  return (
    <>
      <ul class="orders">
        {view.items.map((item) => (
          <Row words={words} item={item} />
        ))}
      </ul>
      <Pager
        older={view.olderHref ? { href: view.olderHref, label: t('redemptions.older') } : null}
        newest={view.newestHref ? { href: view.newestHref, label: t('redemptions.newest') } : null}
        end={t('redemptions.end')}
      />
    </>
  );
}

function Row({ words, item }: { words: Words; item: RedemptionTile }) {
  const { t, format, nowMs } = words;
  return (
    <li>
      <a class="order" href={`/redemptions/${item.redemptionId}`}>
        <Picture url={item.pictureUrl} alt="" />
        <span class="order-text">
          <span class="order-name">
            <Said words={words} text={item.name} />
            {item.quantity > 1 && ` ${t('redemptions.quantity', { quantity: item.quantity })}`}
          </span>
          <span class="small">
            {format.points(item.points)}
            {item.cash && ` + ${item.cash}`} · {format.dateTime(item.createdAtMs, nowMs)}
            {item.counterUntilMs !== null &&
              ` · ${t('pay.until', { time: format.dateTime(item.counterUntilMs, nowMs) })}`}
            {item.refunded !== 'none' &&
              ` · ${t(item.refunded === 'whole' ? 'pay.refunded' : 'pay.refundedPart')}`}
          </span>
        </span>
        <State words={words} item={item} />
      </a>
    </li>
  );
}

/** How it stands; where there is time to pay, how much. */
function State({ words: { t, nowMs }, item }: { words: Words; item: RedemptionTile }) {
  const name = `state state-${item.state}`;
  if (item.pay === null) return <span class={name}>{item.stateLabel}</span>;
  return (
    <span
      class={name}
      data-until={String(item.pay.untilMs)}
      data-now={String(nowMs)}
      data-left={t('pay.stateLeft', { time: SLOT })}
      data-over={t('pay.stateOver')}
    >
      {t('pay.state', { minutes: item.pay.minutesLeft })}
    </span>
  );
}
