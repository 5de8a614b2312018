import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT_FOLDER } from './source-tree.ts';

/** Where `npm test` finds the lines that it prints together at its end. */
const FIGURES_FILE = join(ROOT_FOLDER, 'test-output', 'budgets.txt');

/** The most that a flow of section 11.3 may ask of a person; what is left out is counted and not limited. */
export type FlowBudget = {
  flow: string;
  /** Presses of a person: a tap, a click, a key that stands for one. Typing into a field is none of them. */
  taps?: number;
  /** Fields filled, a picture chosen among them. */
  fields?: number;
  /** Taps and fields together. */
  acts?: number;
  /** Different screens seen, the first one included; a dialog is none. */
  screens?: number;
  seconds?: number;
};

export type FlowCounts = { taps: number; fields: number; acts: number; screens: number; seconds: number };

/** What a person does to a page; each call is counted. */
export type Person = {
  tap(what: Locator): Promise<void>;
  press(key: string): Promise<void>;
  fill(field: Locator, text: string): Promise<void>;
  type(text: string): Promise<void>;
  choose(field: Locator, option: string): Promise<void>;
  /** One act with a thing in her hand, a barcode gun: a tap. */
  does(act: () => Promise<void>): Promise<void>;
  /** Presses what opens the picker, and picks: a tap and a field. */
  pickPicture(button: Locator, picture: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
};

/** Counts and times what `act` does, from the page as it stands; says it, keeps it, and fails above the budget. */
export async function withinBudget(
  budget: FlowBudget,
  page: Page,
  act: (person: Person) => Promise<void>,
): Promise<FlowCounts> {
  const counted = { taps: 0, fields: 0 };
  const count = async (what: keyof typeof counted, done: Promise<unknown>) => {
    await done;
    counted[what] += 1;
  };
  const screens = new Set([screenOf(page.url())]);
  const see = (frame: { url(): string }) => {
    if (frame === page.mainFrame()) screens.add(screenOf(frame.url()));
  };
  page.on('framenavigated', see);
  const startedMs = performance.now();
  await act({
    tap: (what) => count('taps', what.click()),
    press: (key) => count('taps', page.keyboard.press(key)),
    fill: (field, text) => count('fields', field.fill(text)),
    // Into the field that has the focus already: were there none, what follows would not be found.
    type: (text) => count('fields', page.keyboard.type(text)),
    choose: (field, option) => count('fields', field.selectOption(option)),
    does: (act) => count('taps', act()),
    async pickPicture(button, picture) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), count('taps', button.click())]);
      await count('fields', chooser.setFiles(picture));
    },
  });
  const seconds = (performance.now() - startedMs) / 1000;
  page.off('framenavigated', see);
  const { taps, fields } = counted;
  const counts = { taps, fields, acts: taps + fields, screens: screens.size, seconds };
  const line = budgetLine(budget, counts);
  tellFigure(line);
  expect(overBudget(budget, counts), line).toEqual([]);
  return counts;
}

/** Says a measured line, and keeps it for the end of `npm test`. */
export function tellFigure(line: string): void {
  console.log(line);
  mkdirSync(join(FIGURES_FILE, '..'), { recursive: true });
  appendFileSync(FIGURES_FILE, `${line}\n`);
}

/** A screen is its address: what stands behind the question mark is a state of it. */
const screenOf = (address: string): string => address.split(/[?#]/)[0] ?? address;

const UNITS = { taps: ['tap', 'taps'], fields: ['field', 'fields'], acts: ['act', 'acts'] } as const;

/** "budget: redeem goods · 3 of 3 taps · 0 fields · 1.2 s of machine time". */
export function budgetLine(budget: FlowBudget, counts: FlowCounts): string {
  const names = budget.acts === undefined ? (['taps', 'fields'] as const) : (['acts'] as const);
  const parts = names.map((name) => {
    const [one, other] = UNITS[name];
    const limit = budget[name];
    const word = (limit ?? counts[name]) === 1 ? one : other;
    return limit === undefined ? `${counts[name]} ${word}` : `${counts[name]} of ${limit} ${word}`;
  });
  if (budget.screens !== undefined) parts.push(`${counts.screens} of ${budget.screens} screens`);
  const of = budget.seconds === undefined ? '' : ` of ${budget.seconds}`;
  return `budget: ${[budget.flow, ...parts, `${counts.seconds.toFixed(1)}${of} s of machine time`].join(' · ')}`;
}

/** What asks more of a person than it may. */
export function overBudget(budget: FlowBudget, counts: FlowCounts): string[] {
  return (['taps', 'fields', 'acts', 'screens', 'seconds'] as const).filter(
    (name) => counts[name] > (budget[name] ?? Number.POSITIVE_INFINITY),
  );
}
