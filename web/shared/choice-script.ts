import { type CashMix, type ChosenPrice, mixBounds } from '../../src/domain/catalogue/cash-mix.ts';
import {
  choiceBeside,
  choicesFor,
  choosePrice,
  correctionOf,
  type Wanted,
} from '../../src/domain/catalogue/choose-points.ts';
import { currencyDecimals, parseAmountMinor, typedAmount } from '../../src/domain/money.ts';
import { formatMoney } from '../../src/messages/format.ts';
import { SLOT } from '../mall/slot.ts';

type Choice = { pointsEach: number; mix: CashMix; available: number };

/** How much of the way one press of − or + moves. */
const STEPS = 50;
/** This near an end the slider stands on it. */
const SNAP_SHARE = 0.015;

/** Keeps slider, fields and button at one price while the member moves any of them. */
export function followChoice(form: HTMLFormElement): void {
  const choice = JSON.parse(form.dataset.choice ?? '') as Choice;
  const { mix, available } = choice;
  const input = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const [slide, points, cash, wasCash] = ['slide', 'points', 'cash', 'wasCash'].map(input);
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const left = document.querySelector<HTMLElement>('[data-left]');
  const choices = choicesFor(choice, available);
  if (!slide || !points || !cash || !wasCash || !button || !choices?.mixed || !mixBounds(choice)) return;
  const lang = document.documentElement.lang as 'en';
  const count = new Intl.NumberFormat(lang);
  const filled = (template: string | undefined, ...values: string[]) =>
    values.reduce((text, value) => text.replace(SLOT, value), template ?? '');
  const inPoints = (value: number) => filled(form.dataset.points, count.format(value));

  const corrected = form.querySelector<HTMLElement>('[data-corrected]');
  const say = (text: string | undefined) => {
    if (!corrected) return;
    corrected.hidden = !text;
    corrected.textContent = text ?? '';
  };
  let shown = Number(slide.value);

  const show = (chosen: ChosenPrice | null, typedIn: HTMLInputElement | null) => {
    if (!chosen) return;
    say(undefined);
    shown = chosen.pointsEach;
    const { pointsEach, cashEachMinor } = chosen;
    const money = formatMoney(lang, cashEachMinor, mix.currency);
    if (typedIn !== points) points.value = String(pointsEach);
    if (typedIn !== cash) cash.value = typedAmount(cashEachMinor, mix.currency);
    wasCash.value = typedIn === cash ? '' : cash.value;
    slide.value = String(pointsEach);
    slide.setAttribute('aria-valuetext', filled(form.dataset.chosen, inPoints(pointsEach), money));
    button.textContent =
      cashEachMinor > 0
        ? filled(form.dataset.mixed, inPoints(pointsEach), money)
        : filled(form.dataset.whole, inPoints(pointsEach));
    if (left) left.textContent = filled(left.dataset.left, inPoints(available - pointsEach));
  };

  const [low, high] = [Number(slide.min), Number(slide.max)];
  const snapped = (value: number) => {
    const near = (high - low) * SNAP_SHARE;
    return value - low < near ? low : high - value < near ? high : value;
  };
  const nearest = (wanted: Wanted) => choosePrice(choice, available, wanted);
  const beside = (step: number) => choiceBeside(choice, available, shown, step);
  // Arrow keys move by one point: snapping would never let them off an end.
  let dragged = false;
  slide.addEventListener('pointerdown', () => {
    dragged = true;
  });
  for (const over of ['keydown', 'change']) {
    slide.addEventListener(over, () => {
      dragged = false;
    });
  }
  slide.addEventListener('input', () => {
    const value = Number(slide.value);
    show(dragged ? nearest({ points: snapped(value) }) : beside(value - shown), null);
  });
  const inWords = (
    correction: ReturnType<typeof correctionOf>,
    { pointsEach, cashEachMinor }: ChosenPrice,
  ) => {
    if (correction === null) return undefined;
    if (correction === 'least_charge') return form.dataset.least;
    const money = formatMoney(lang, cashEachMinor, mix.currency);
    return filled(form.dataset.nearest, inPoints(pointsEach), money);
  };
  const typedPoints = () => (/^\d{1,15}$/.test(points.value.trim()) ? Number(points.value.trim()) : null);
  const typedCash = () => parseAmountMinor(cash.value, mix.currency);
  for (const [field, read] of [
    [points, () => wish('points', typedPoints())],
    [cash, () => wish('cashMinor', typedCash())],
  ] as const) {
    field.addEventListener('input', () => {
      const wanted = read();
      if (wanted) show(nearest(wanted), field);
    });
    // What was typed is rounded to what is offered only once the member has left the field, and it is said.
    field.addEventListener('change', () => {
      const wanted = read() ?? { points: shown };
      const chosen = nearest(wanted);
      show(chosen, null);
      if (chosen) say(inWords(correctionOf(choice, available, wanted, chosen), chosen));
    });
  }
  const step = Math.max(1, Math.round((high - low) / STEPS));
  for (const press of form.querySelectorAll<HTMLButtonElement>('[data-step]')) {
    press.hidden = false;
    press.addEventListener('click', () => {
      show(beside(step * Number(press.dataset.step)), null);
    });
  }
  if (currencyDecimals(mix.currency) === 0) cash.inputMode = 'numeric';
}

function wish(kind: 'points' | 'cashMinor', value: number | null): Wanted | null {
  if (value === null) return null;
  return kind === 'points' ? { points: value } : { cashMinor: value };
}
