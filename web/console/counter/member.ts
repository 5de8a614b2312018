import { isolated } from '../../../src/messages/isolated.ts';
import type { CounterMember } from './api.ts';

type Named = Pick<CounterMember, 'displayName' | 'phoneMasked' | 'number'>;

/** What a member is called at the counter: her name, else the phone with its middle hidden, else her number. */
export function counterName({ displayName, phoneMasked, number }: Named): string {
  return isolated(displayName) || phoneMasked || number;
}

/** The same where the whole shop can read it: 林*满, 陈*, A****n. */
export function maskedName(member: Named): string {
  const letters = Array.from(member.displayName.trim());
  if (letters.length === 0)
    return member.phoneMasked ?? `${member.number.slice(0, 2)}****${member.number.slice(-2)}`;
  const [first = ''] = letters;
  const last = letters.length > 2 ? (letters.at(-1) ?? '') : '';
  return isolated(`${first}*${last}`);
}

/** Whether she is called by digits: they would run into a number of points beside them. */
export const isDigits = (name: string): boolean => /\d$/.test(name);

const DAY_MS = 86_400_000;

/** Whole days since a moment. */
export function daysSince(at: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(at)) / DAY_MS));
}

/** Points that she has can't be given or spent while her account stands still. */
export const isActive = ({ state }: Pick<CounterMember, 'state'>): boolean => state === 'active';
