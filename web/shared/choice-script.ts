import { type CashMix, mixBounds } from '../../src/domain/catalogue/cash-mix.ts';
import { choicesFor, choosePrice, type Wanted } from '../../src/domain/catalogue/choose-points.ts';
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

  const show = (wanted: Wanted, typedIn: HTMLInputElement | null) => {
    const chosen = choosePrice(choice, available, wanted);
    if (!chosen) return;
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
  // Arrow keys move by one point: snapping would never let them off an end.
  let dragged = false;
  slide.addEventListener('pointerdown', () => {
    dragged = true;
  });
  slide.addEventListener('keydown', () => {
    dragged = false;
  });
  slide.addEventListener('input', () => {
    const value = Number(slide.value);
    show({ points: dragged ? snapped(value) : value }, null);
  });
  const typedPoints = () => (/^\d{1,15}$/.test(points.value.trim()) ? Number(points.value.trim()) : null);
  const typedCash = () => parseAmountMinor(cash.value, mix.currency);
  for (const [field, read] of [
    [points, () => wish('points', typedPoints())],
    [cash, () => wish('cashMinor', typedCash())],
  ] as const) {
    field.addEventListener('input', () => {
      const wanted = read();
      if (wanted) show(wanted, field);
    });
    // What was typed is rounded to what is offered only once the member has left the field.
    field.addEventListener('change', () => show(read() ?? { points: Number(slide.value) }, null));
  }
  const step = Math.max(1, Math.round((high - low) / STEPS));
  for (const press of form.querySelectorAll<HTMLButtonElement>('[data-step]')) {
    press.hidden = false;
    press.addEventListener('click', () => {
      const next = Number(slide.value) + step * Number(press.dataset.step);
      show({ points: Math.min(Math.max(next, low), high) }, null);
    });
  }
  if (currencyDecimals(mix.currency) === 0) cash.inputMode = 'numeric';
}

function wish(kind: 'points' | 'cashMinor', value: number | null): Wanted | null {
  if (value === null) return null;
  return kind === 'points' ? { points: value } : { cashMinor: value };
}
