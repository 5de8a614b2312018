/** More than this nobody looks through: a search that fits more says so. */
export const MATCHES_MAX = 1_000;
/** A list is counted so far: from there on there are "more". */
export const COUNTED_MAX = 1_000;
