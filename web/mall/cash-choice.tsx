import { SLOT } from './said.tsx';
import type { CashChoice } from './views.ts';
import type { Words } from './words.ts';

type Props = { words: Words; rewardId: string; choice: CashChoice; draftKey: string };

/**
 * Points and cash as the member likes them. One form: without the script the next page works out what
 * was moved; with it both sides follow the slider.
 */
export function CashChoiceForm({ words: { t, format }, rewardId, choice, draftKey }: Props) {
  const { pointsMin, pointsMax, points, cash, least } = choice;
  const leastInWords = least && { least: format.points(least.points), cash: least.cash };
  // Between the least cash and points alone nothing can be charged: the hint says where the slider jumps.
  const jumps = leastInWords !== null && choice.availablePoints >= choice.price.pointsEach;
  const chosen = t('mix.chosen', { points: format.points(points), cash });
  const isCash = choice.cashTyped !== '0';
  return (
    <form
      class="choice"
      method="get"
      action={`/rewards/${rewardId}/confirm`}
      data-choice={JSON.stringify({ ...choice.price, available: choice.availablePoints })}
      data-points={format.points(0).replace(format.count(0), SLOT)}
      data-chosen={t('mix.chosen', { points: SLOT, cash: SLOT })}
      data-mixed={t('mix.redeem', { points: SLOT, cash: SLOT })}
      data-whole={t('reward.redeem', { points: SLOT })}
      data-nearest={t('mix.nearest', { points: SLOT, cash: SLOT })}
      data-least={leastInWords ? t('mix.leastCharge', leastInWords) : undefined}
    >
      <fieldset>
        <legend>{t('mix.title', { unit: format.unit })}</legend>
        <input type="hidden" name="key" value={draftKey} />
        <input type="hidden" name="was" value={String(points)} />
        <input type="hidden" name="wasCash" value={choice.cashTyped} />
        <div class="slide">
          <button
            type="button"
            class="step"
            data-step="-1"
            aria-label={t('mix.fewer', { unit: format.unit })}
            hidden
          >
            −
          </button>
          <label for="slide" class="hidden">
            {t('mix.slider', { unit: format.unit })}
          </label>
          <input
            id="slide"
            name="slide"
            type="range"
            min={String(pointsMin)}
            max={String(pointsMax)}
            step="1"
            value={String(points)}
            aria-valuetext={chosen}
          />
          <button
            type="button"
            class="step"
            data-step="1"
            aria-label={t('mix.more', { unit: format.unit })}
            hidden
          >
            +
          </button>
        </div>
        <div class="choice-fields">
          <div class="field">
            <label for="points">{format.unitTitle}</label>
            <input
              id="points"
              name="points"
              type="text"
              inputmode="numeric"
              pattern="[0-9]*"
              autocomplete="off"
              value={String(points)}
            />
          </div>
          <span class="plus" aria-hidden="true">
            +
          </span>
          <div class="field">
            <label for="cash">{t('mix.cash', { currency: choice.currency })}</label>
            <input
              id="cash"
              name="cash"
              type="text"
              inputmode="decimal"
              autocomplete="off"
              value={choice.cashTyped}
            />
          </div>
        </div>
        <p class="small" role="status" data-corrected hidden />
        <p class="small">
          {jumps
            ? t('mix.boundsOrAll', {
                from: format.points(pointsMin),
                to: leastInWords.least,
                cash: leastInWords.cash,
                all: format.points(pointsMax),
              })
            : t('mix.bounds', { from: format.points(pointsMin), to: format.points(pointsMax) })}
        </p>
      </fieldset>
      <div class="bar">
        <button class="button" type="submit">
          {isCash
            ? t('mix.redeem', { points: format.points(points), cash })
            : t('reward.redeem', { points: format.points(points) })}
        </button>
        <p class="small">
          {choice.availablePoints < choice.price.pointsEach
            ? t('mix.fitted', { points: format.points(choice.availablePoints) })
            : t('mix.line')}
        </p>
      </div>
    </form>
  );
}
