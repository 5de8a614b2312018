import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';

/** Answers that follow from answers are asked for within a frame or two. */
const CALM_MS = 120;

/** Follows what a page asks for; the returned wait ends once it has asked for nothing for a moment. */
export function calmOf(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let lastAtMs = performance.now();
  const change = (alter: (request: Request) => unknown) => (request: Request) => {
    alter(request);
    lastAtMs = performance.now();
  };
  page.on(
    'request',
    change((request) => open.add(request)),
  );
  page.on(
    'requestfinished',
    change((request) => open.delete(request)),
  );
  page.on(
    'requestfailed',
    change((request) => open.delete(request)),
  );
  const calmForMs = () => (open.size > 0 ? 0 : performance.now() - lastAtMs);
  return () => expect.poll(calmForMs, { interval: 20, timeout: 20_000 }).toBeGreaterThan(CALM_MS);
}
