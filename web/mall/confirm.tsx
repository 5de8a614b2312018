import { AddressForm } from './address-form.tsx';
import { MallFrame } from './mall-frame.tsx';
import { Picture } from './picture.tsx';
import { ProblemList } from './problem-list.tsx';
import { Said } from './said.tsx';
import type { ConfirmView, Frame } from './views.ts';

/** Item, price, what is left and where it goes; the price as seen travels with the form. */
export function ConfirmPage({ frame, view }: { frame: Frame; view: ConfirmView }) {
  const { words } = frame;
  const { t, format } = words;
  const { reward } = view;
  const price = format.points(reward.points);
  const problems = [
    ...(view.refusal ? [{ field: null, text: view.refusal }] : []),
    ...Object.entries(view.address).flatMap(([field, { error }]) => (error ? [{ field, text: error }] : [])),
  ];
  return (
    <MallFrame frame={frame} title={t('confirm.title')} page="with-bar narrow">
      <h1>{t('confirm.title')}</h1>
      <ProblemList title={t('confirm.problems')} problems={problems} />
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
          <dd>{format.points(-reward.points)}</dd>
          <dt>{t('confirm.balanceAfter')}</dt>
          <dd class="sum">{format.points(view.availablePoints - reward.points)}</dd>
        </dl>
      </section>
      <form method="post" action={`/rewards/${reward.rewardId}/confirm`} data-once={t('confirm.waiting')}>
        <input type="hidden" name="idempotencyKey" value={view.idempotencyKey} />
        <input type="hidden" name="priceVersion" value={String(view.priceVersion)} />
        <input type="hidden" name="pointsEach" value={String(reward.points)} />
        <AddressForm words={words} address={view.address} countries={view.countries} />
        <div class="bar">
          <button class="button" type="submit">
            {t(view.priceChanged ? 'confirm.submitNew' : 'confirm.submit', { points: price })}
          </button>
          <p class="small">{t('confirm.cancellable', { unit: format.unit })}</p>
        </div>
      </form>
    </MallFrame>
  );
}
