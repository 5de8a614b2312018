import { startOfDayAfter } from './calendar.ts';

/** When a shop ends, as its owner asked; members spend until the one moment and earn until the other. */
export type ShopClosing = { askedAtMs: number; closesAtMs: number; earnsUntilMs: number };

/** What is known of a shop that is not open as usual; `closing` is absent where nobody asked. */
type Shop = { state: 'building' | 'open'; closing?: ShopClosing | null | undefined };

export type ShopPhase = 'building' | 'open' | 'closing' | 'closed';

/** How many days of notice an owner can give; none closes as soon as every place has heard of it. */
export const NOTICE_DAYS = [0, 7, 30, 90] as const;
export type NoticeDays = (typeof NOTICE_DAYS)[number];

/** The edge keeps a snapshot for a minute: no page of before serves a shop that has closed since. */
const HEARD_MS = 2 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const REOPEN_DAYS = 90;
const REMINDED_DAYS = 3;

type Plan = { nowMs: number; timeZone: string; days: NoticeDays; stopsEarning: boolean };

/** The closing that an owner asks for now. With notice the last day is the shop's, to its end. */
export function planClosing({ nowMs, timeZone, days, stopsEarning }: Plan): ShopClosing {
  const heardAtMs = nowMs + HEARD_MS;
  const closesAtMs = days === 0 ? heardAtMs : startOfDayAfter(nowMs, days + 1, timeZone);
  return { askedAtMs: nowMs, closesAtMs, earnsUntilMs: stopsEarning ? heardAtMs : closesAtMs };
}

/** How a shop stands at a moment: by the clock alone, whoever has or has not heard of it. */
export function shopPhase({ state, closing }: Shop, nowMs: number): ShopPhase {
  if (!closing) return state;
  if (nowMs >= closing.closesAtMs) return 'closed';
  return state === 'building' ? 'building' : 'closing';
}

/** Whether what happened at that moment still earns: a sale of before counts, whenever it is told. */
export function earnsAt(closing: ShopClosing | null | undefined, atMs: number): boolean {
  return !closing || atMs < closing.earnsUntilMs;
}

/** Until when the owner can have her shop back as it was. */
export function reopenUntilMs({ closesAtMs }: ShopClosing): number {
  return closesAtMs + REOPEN_DAYS * DAY_MS;
}

/** Whether this is what a shop is called, or its address: typed before it is closed. */
export function namesShop({ name, slug }: { name: string; slug: string }, typed: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  return plain(typed) !== '' && [name, slug].some((each) => plain(each) === plain(typed));
}

export type ClosingLetter = 'asked' | 'soon' | 'closed';

/** What owners are written, and when; a short notice needs no reminder. */
function lettersOf({ askedAtMs, closesAtMs }: ShopClosing): { letter: ClosingLetter; atMs: number }[] {
  const soonAtMs = closesAtMs - REMINDED_DAYS * DAY_MS;
  return [
    { letter: 'asked', atMs: askedAtMs },
    ...(soonAtMs > askedAtMs ? [{ letter: 'soon' as const, atMs: soonAtMs }] : []),
    { letter: 'closed', atMs: closesAtMs },
  ];
}

/**
 * The letter to write now, null where none is due, and when the next one is. One that was missed is not
 * sent after a later one: it would say what is no longer so.
 */
export function closingLetterAt(
  closing: ShopClosing,
  told: ClosingLetter | null,
  nowMs: number,
): { letter: ClosingLetter | null; nextAtMs: number | null } {
  const all = lettersOf(closing);
  const left = all.slice(all.findIndex(({ letter }) => letter === told) + 1);
  return {
    letter: left.findLast(({ atMs }) => atMs <= nowMs)?.letter ?? null,
    nextAtMs: left.find(({ atMs }) => atMs > nowMs)?.atMs ?? null,
  };
}
