import { AsMember } from './as-member.tsx';
import { MallFrame } from './mall-frame.tsx';
import { BackToMe } from './me.tsx';
import { memberWords } from './member-words.ts';
import { ProblemList } from './problem-list.tsx';
import type { Frame } from './views.ts';

/** Her data and her sessions: what she can take with her, and what she can end. */
export function AccountPage({ frame, idempotencyKey }: { frame: Frame; idempotencyKey: string }) {
  const { words } = frame;
  const { t } = words;
  const m = memberWords(words);
  return (
    <MallFrame frame={frame} title={m('account.title')} page="narrow own">
      <BackToMe words={words} />
      <h1>{m('account.title')}</h1>
      <section class="panel">
        <h2>{m('account.download')}</h2>
        <p>{m('account.downloadLine')}</p>
        <p>
          <a class="button quiet" href="/me/data.json" download>
            {m('account.downloadNow')}
          </a>
        </p>
      </section>
      <section class="panel">
        <h2>{m('account.everywhere')}</h2>
        <form method="post" action="/me/sign-out-everywhere" data-once={t('confirm.waiting')}>
          <AsMember frame={frame} />
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <p>{m('account.everywhereLine')}</p>
          <button class="button quiet" type="submit">
            {m('account.everywhereNow')}
          </button>
        </form>
      </section>
      <section class="panel">
        <h2>{m('account.close')}</h2>
        <p>{m('account.closeLine')}</p>
        <p>
          <a href="/me/close">{m('account.closeSee')}</a>
        </p>
      </section>
    </MallFrame>
  );
}

export type CloseView = {
  idempotencyKey: string;
  availablePoints: number;
  pendingPoints: number;
  /** Vouchers that can still be used. */
  vouchers: number;
  /** Redemptions that have to end first, by their numbers. */
  underWay: { redemptionId: string; number: string }[];
  /** The box was not ticked. */
  unconfirmed: boolean;
};

/** What closing costs her, before it can be done; nothing brings it back. */
export function CloseAccountPage({ frame, view }: { frame: Frame; view: CloseView }) {
  const { words } = frame;
  const { t, format } = words;
  const m = memberWords(words);
  const problems = view.unconfirmed ? [{ field: 'understood', text: m('account.tickFirst') }] : [];
  const lost = [
    ...(view.availablePoints > 0
      ? [m('account.losePoints', { points: format.points(view.availablePoints) })]
      : []),
    ...(view.pendingPoints > 0
      ? [m('account.losePending', { points: format.points(view.pendingPoints) })]
      : []),
    ...(view.vouchers > 0 ? [m('account.loseVouchers', { count: view.vouchers })] : []),
    m('account.loseHistory'),
    m('account.loseData'),
  ];
  return (
    <MallFrame frame={frame} title={m('account.close')} page="narrow own">
      <p>
        <a class="backlink" href="/me/account">
          {m('account.title')}
        </a>
      </p>
      <h1>{m('account.close')}</h1>
      <ProblemList title={t('confirm.problems')} problems={problems} />
      {view.underWay.length > 0 ? (
        <section class="panel">
          <p>{m('account.underWay')}</p>
          <ul class="plain">
            {view.underWay.map(({ redemptionId, number }) => (
              <li>
                <a href={`/redemptions/${redemptionId}`}>{t('redemption.title', { number })}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <form class="panel" method="post" action="/me/close" data-once={t('confirm.waiting')}>
          <AsMember frame={frame} />
          <input type="hidden" name="idempotencyKey" value={view.idempotencyKey} />
          <h2>{m('account.lost')}</h2>
          <ul>
            {lost.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <p class="small">{m('account.stays')}</p>
          <div class="tick">
            <input id="understood" name="understood" type="checkbox" value="yes" required />
            <label for="understood">{m('account.understood')}</label>
          </div>
          <button class="button danger" type="submit">
            {m('account.closeNow')}
          </button>
        </form>
      )}
    </MallFrame>
  );
}
