/** A moment as JSON shows it: ISO 8601 in UTC, null where there is none. */
export function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
