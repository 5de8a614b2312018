import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEFAULT_POINTS_NAME } from '../../src/messages/points-name.ts';
import { consoleWords } from '../support/console-words.ts';
import type { serverAt } from '../support/server.ts';
import type { SlipFigures } from './day-books.ts';

const words = consoleWords('zh-CN');

const COUNTED = {
  grants: words('slip.grants'),
  amountMinor: words('slip.amount'),
  points: words('slip.points', { unit: DEFAULT_POINTS_NAME['zh-CN'].other }),
  undone: words('slip.undone'),
  redemptions: words('slip.redemptions'),
  vouchersUsed: words('slip.vouchersUsed'),
  cashTakenMinor: words('slip.cashTaken'),
} satisfies Record<keyof SlipFigures, string>;

/** What was done at the counter is told by the projection, seconds late: each look draws the whole console anew. */
const SEEN = { timeout: 60_000, interval: 1_000 };

/** Whoever is signed in on the page reads these figures of these people on the slip, and of nobody else. */
export async function expectSlips(
  page: Page,
  server: ReturnType<typeof serverAt>,
  figures: Record<string, SlipFigures>,
): Promise<void> {
  await expect.poll(() => readSlip(page, server), SEEN).toEqual(figures);
}

/** The end-of-day slip as whoever is signed in on the page reads it: the figures of each person by her name. */
async function readSlip(
  page: Page,
  server: ReturnType<typeof serverAt>,
): Promise<Record<string, SlipFigures>> {
  await page.goto(server.url('/counter/slip', 'console'));
  const people = page.locator('section:has(> .slipFigures)');
  await people.first().waitFor();
  const slips: Record<string, SlipFigures> = {};
  for (const person of await people.all()) {
    const name = await person.getByRole('heading').textContent();
    const [terms, values] = [
      await person.locator('dt').allTextContents(),
      await person.locator('dd').allTextContents(),
    ];
    const said = (field: keyof SlipFigures) => values[terms.indexOf(COUNTED[field])];
    slips[nameOf(name)] = {
      grants: countOf(said('grants')),
      amountMinor: minorOf(said('amountMinor')),
      points: countOf(said('points')),
      undone: countOf(said('undone')),
      redemptions: countOf(said('redemptions')),
      vouchersUsed: countOf(said('vouchersUsed')),
      cashTakenMinor: minorOf(said('cashTakenMinor')),
    };
  }
  return slips;
}

/** "2,194" as a number; what says none is none. */
export function countOf(text: string | null | undefined): number {
  return /\d/.test(text ?? '') ? Number((text ?? '').replaceAll(/\D/g, '')) : Number.NaN;
}

/** "¥1,716.60" and "¥90" in minor units. */
export function minorOf(text: string | null | undefined): number {
  const [whole, part = ''] = (text ?? '').split('.');
  return countOf(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** Without the marks that set a name apart from the words around it. */
const nameOf = (text: string | null) => (text ?? '').replaceAll(/[\u2066-\u2069]/g, '');
