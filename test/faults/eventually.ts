export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Looks until `found` answers something else than null; null after `limitMs`. */
export async function eventually<Found>(
  found: () => Promise<Found | null>,
  { limitMs, everyMs = 100 }: { limitMs: number; everyMs?: number },
): Promise<Found | null> {
  const deadlineMs = performance.now() + limitMs;
  for (;;) {
    const seen = await found();
    if (seen !== null || performance.now() > deadlineMs) return seen;
    await pause(everyMs);
  }
}
