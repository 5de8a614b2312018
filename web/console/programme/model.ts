import type { EarnTrace } from '../../../src/domain/order.ts';
import { SIGN_UP_BONUS_MAX } from '../../../src/domain/programme/check-programme.ts';
import { compareProgrammes } from '../../../src/domain/programme/compare.ts';
import { evaluateOrder } from '../../../src/domain/programme/evaluate.ts';
import type { ExpiryPolicy, Programme, Rational } from '../../../src/domain/programme/programme.ts';

/** A programme as it stands in the fields: figures are text while they are typed. */
export type ProgrammeForm = {
  /** Empty: joining gives nothing. */
  signUpBonus: string;
  /** Empty: coming gives nothing of its own. */
  visitPoints: string;
  baseRate: string;
  categoryRates: { key: string; category: string; rate: string }[];
  daysUntilEntry: string;
  expiry: ExpiryPolicy['kind'];
  rollingDays: string;
  clawback: Programme['clawback'];
};

/** What the form says nothing about, kept as it is. */
export type Unshown = Pick<Programme, 'currency' | 'graceDays' | 'openHoldsMax'>;

export const RATE_PART_MAX = 1_000_000;
const RATE_DECIMALS_MAX = 6;

/**
 * A rate as typed: "1", "0.5", "50%", "1/3". Exact and in lowest terms; null when it is none or when
 * a part of it would be too large.
 */
export function parseRate(text: string): Rational | null {
  const typed = text.trim().replace('％', '%');
  const ratio = /^(\d{1,7})\s*\/\s*(\d{1,7})$/.exec(typed);
  if (ratio) return lowestTerms(Number(ratio[1]), Number(ratio[2]));
  const decimal = /^(\d{1,7})(?:\.(\d{1,6}))?(%)?$/.exec(typed);
  if (!decimal) return null;
  const fraction = decimal[2] ?? '';
  const denominator = 10 ** fraction.length * (decimal[3] ? 100 : 1);
  return lowestTerms(Number(`${decimal[1]}${fraction}`), denominator);
}

function lowestTerms(numerator: number, denominator: number): Rational | null {
  if (denominator === 0) return null;
  let [larger, smaller] = [numerator, denominator];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  const rate = { numerator: numerator / larger, denominator: denominator / larger };
  return rate.numerator <= RATE_PART_MAX && rate.denominator <= RATE_PART_MAX ? rate : null;
}

/** The shortest text that `parseRate` reads back as the same rate: a decimal where it is exact. */
export function rateText({ numerator, denominator }: Rational): string {
  for (let decimals = 0; decimals <= RATE_DECIMALS_MAX; decimals += 1) {
    const scaled = numerator * 10 ** decimals;
    if (scaled % denominator !== 0) continue;
    const digits = String(scaled / denominator).padStart(decimals + 1, '0');
    return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }
  return `${numerator}/${denominator}`;
}

export function formOf(programme: Programme): ProgrammeForm {
  return {
    signUpBonus: programme.signUpBonus ? String(programme.signUpBonus) : '',
    visitPoints: programme.visitPoints ? String(programme.visitPoints) : '',
    baseRate: rateText(programme.baseRate),
    categoryRates: programme.categoryRates.map(({ category, rate }) => ({
      key: category,
      category,
      rate: rateText(rate),
    })),
    daysUntilEntry: String(programme.daysUntilEntry),
    expiry: programme.expiry.kind,
    rollingDays: programme.expiry.kind === 'rolling' ? String(programme.expiry.days) : '365',
    clawback: programme.clawback,
  };
}

export type FormFault =
  | { field: 'baseRate' | 'daysUntilEntry' | 'rollingDays'; fault: 'rate' | 'days' }
  | { field: 'signUpBonus' | 'visitPoints'; fault: 'points' }
  | { field: 'category'; key: string; fault: 'missing' | 'twice' }
  | { field: 'categoryRate'; key: string; fault: 'rate' };

/** The programme that the fields say, or everything that is wrong with them. */
export function readForm(
  form: ProgrammeForm,
  unshown: Unshown,
): { programme: Programme; faults: [] } | { programme: null; faults: FormFault[] } {
  const faults: FormFault[] = [];
  const signUpBonus = parsePoints(form.signUpBonus);
  if (signUpBonus === null) faults.push({ field: 'signUpBonus', fault: 'points' });
  const visitPoints = parsePoints(form.visitPoints);
  if (visitPoints === null) faults.push({ field: 'visitPoints', fault: 'points' });
  const baseRate = parseRate(form.baseRate);
  if (baseRate === null) faults.push({ field: 'baseRate', fault: 'rate' });
  const daysUntilEntry = parseDays(form.daysUntilEntry, 0, 365);
  if (daysUntilEntry === null) faults.push({ field: 'daysUntilEntry', fault: 'days' });
  const rollingDays = form.expiry === 'rolling' ? parseDays(form.rollingDays, 1, 3650) : 0;
  if (rollingDays === null) faults.push({ field: 'rollingDays', fault: 'days' });
  const seen = new Set<string>();
  const categoryRates: Programme['categoryRates'] = [];
  for (const { key, category: typed, rate: rateTyped } of form.categoryRates) {
    const category = typed.trim();
    const rate = parseRate(rateTyped);
    if (category === '') faults.push({ field: 'category', key, fault: 'missing' });
    else if (seen.has(category)) faults.push({ field: 'category', key, fault: 'twice' });
    seen.add(category);
    if (rate === null) faults.push({ field: 'categoryRate', key, fault: 'rate' });
    else categoryRates.push({ category, rate });
  }
  if (
    faults.length > 0 ||
    signUpBonus === null ||
    visitPoints === null ||
    baseRate === null ||
    daysUntilEntry === null ||
    rollingDays === null
  ) {
    return { programme: null, faults };
  }
  const expiry: ExpiryPolicy =
    form.expiry === 'rolling' ? { kind: 'rolling', days: rollingDays } : { kind: form.expiry };
  const { clawback } = form;
  const { currency, graceDays, openHoldsMax } = unshown;
  const given = { ...(signUpBonus > 0 && { signUpBonus }), ...(visitPoints > 0 && { visitPoints }) };
  const kept = { currency, graceDays, openHoldsMax, ...given };
  const rules = { baseRate, categoryRates, daysUntilEntry, expiry, clawback };
  return { programme: { ...kept, ...rules }, faults: [] };
}

/** Points as typed; nothing typed is none. Null where it is no number, or above the most. */
function parsePoints(text: string): number | null {
  const typed = text.trim().replaceAll(',', '');
  if (typed === '') return 0;
  return /^\d{1,7}$/.test(typed) && Number(typed) <= SIGN_UP_BONUS_MAX ? Number(typed) : null;
}

function parseDays(text: string, min: number, max: number): number | null {
  if (!/^\d{1,4}$/.test(text.trim())) return null;
  const days = Number(text);
  return days >= min && days <= max ? days : null;
}

/** One change as data; the screen says it as a sentence. Without `from` it is a rule that nothing preceded. */
export type ProgrammeChange =
  | { kind: 'baseRate'; from: string | null; to: string }
  | { kind: 'categoryAdded'; category: string; to: string }
  | { kind: 'categoryRemoved'; category: string; from: string }
  | { kind: 'categoryRate'; category: string; from: string | null; to: string }
  | { kind: 'signUpBonus' | 'visitPoints'; from: number | null; to: number }
  | { kind: 'daysUntilEntry'; from: number | null; to: number }
  | { kind: 'expiry'; from: ExpiryPolicy | null; to: ExpiryPolicy }
  | { kind: 'clawback'; to: Programme['clawback'] };

/** What publishing `next` over `current` changes, in the order of the screen. */
export function programmeChanges(current: Programme, next: Programme): ProgrammeChange[] {
  const changes: ProgrammeChange[] = [];
  const [giftFrom, giftTo] = [current.signUpBonus ?? 0, next.signUpBonus ?? 0];
  if (giftFrom !== giftTo) changes.push({ kind: 'signUpBonus', from: giftFrom, to: giftTo });
  const [visitFrom, visitTo] = [current.visitPoints ?? 0, next.visitPoints ?? 0];
  if (visitFrom !== visitTo) changes.push({ kind: 'visitPoints', from: visitFrom, to: visitTo });
  const [baseFrom, baseTo] = [rateText(current.baseRate), rateText(next.baseRate)];
  if (baseFrom !== baseTo) changes.push({ kind: 'baseRate', from: baseFrom, to: baseTo });
  const before = new Map(current.categoryRates.map(({ category, rate }) => [category, rateText(rate)]));
  const after = new Map(next.categoryRates.map(({ category, rate }) => [category, rateText(rate)]));
  for (const [category, to] of after) {
    const from = before.get(category);
    if (from === undefined) changes.push({ kind: 'categoryAdded', category, to });
    else if (from !== to) changes.push({ kind: 'categoryRate', category, from, to });
  }
  for (const [category, from] of before) {
    if (!after.has(category)) changes.push({ kind: 'categoryRemoved', category, from });
  }
  if (current.daysUntilEntry !== next.daysUntilEntry) {
    changes.push({ kind: 'daysUntilEntry', from: current.daysUntilEntry, to: next.daysUntilEntry });
  }
  if (expiryText(current.expiry) !== expiryText(next.expiry)) {
    changes.push({ kind: 'expiry', from: current.expiry, to: next.expiry });
  }
  if (current.clawback !== next.clawback) changes.push({ kind: 'clawback', to: next.clawback });
  return changes;
}

/** Everything that a programme says, for the first one: it changes nothing that was there before. */
export function programmeRules(programme: Programme): ProgrammeChange[] {
  const {
    signUpBonus = 0,
    visitPoints = 0,
    baseRate,
    categoryRates,
    daysUntilEntry,
    expiry,
    clawback,
  } = programme;
  return [
    ...(signUpBonus > 0 ? [{ kind: 'signUpBonus' as const, from: null, to: signUpBonus }] : []),
    ...(visitPoints > 0 ? [{ kind: 'visitPoints' as const, from: null, to: visitPoints }] : []),
    { kind: 'baseRate', from: null, to: rateText(baseRate) },
    ...categoryRates.map(({ category, rate }) => ({
      kind: 'categoryRate' as const,
      category,
      from: null,
      to: rateText(rate),
    })),
    { kind: 'daysUntilEntry', from: null, to: daysUntilEntry },
    { kind: 'expiry', from: null, to: expiry },
    { kind: 'clawback', to: clawback },
  ];
}

type Dated = { version: number; effectiveAt: string };

/** The newer version because of which this one never took effect, or null when it did or still will. */
export function overtakenBy(versions: readonly Dated[], { version, effectiveAt }: Dated): number | null {
  const earlier = versions.filter(
    (other) => other.version > version && Date.parse(other.effectiveAt) < Date.parse(effectiveAt),
  );
  return earlier.length === 0 ? null : Math.min(...earlier.map((other) => other.version));
}

function expiryText(expiry: ExpiryPolicy): string {
  return expiry.kind === 'rolling' ? `rolling ${expiry.days}` : expiry.kind;
}

/** Whether members are given notice of it: anyone could be worse off under `next`. */
export function needsNotice(live: Programme | null, next: Programme): boolean {
  return live !== null && compareProgrammes(live, next) === 'worse';
}

/** The purchase, in whole units of the currency, by which a change of the rules is shown. */
export const TRIED_AMOUNT = 128;

/** What one purchase earns under a programme, by the very rule that the account applies. */
export function tryPurchase(programme: Programme, amountMinor: number, category: string | null): EarnTrace {
  const line = { lineId: '1', category, amountMinor, quantity: 1 };
  return evaluateOrder({ version: 0, body: programme }, [line]);
}

/** What the amounts of one receipt earn together. */
export function tryReceipt(
  programme: Programme,
  lines: readonly { amountMinor: number; category: string | null }[],
): EarnTrace {
  const named = lines.map((line, index) => ({ ...line, lineId: String(index + 1), quantity: 1 }));
  return evaluateOrder({ version: 0, body: programme }, named);
}
