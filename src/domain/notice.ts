/**
 * What worsens a quote binds this long after it is published, so that a page that is already open,
 * and an edge cache that still holds the old snapshot (up to 60 s), never promise what is refused.
 */
export const WORSENING_NOTICE_MS = 120_000;
