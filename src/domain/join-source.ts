/**
 * Where somebody became a member: by a printed sheet or a link of the shop, in its mall without one, through its
 * staff, its own server, its own site or a list of old members; `own_phone` is the owner who tried it on her phone.
 */
export const JOIN_SOURCES = [
  'poster',
  'table',
  'link',
  'own_phone',
  'mall',
  'counter',
  'api',
  'widget',
  'import',
] as const;
export type JoinSource = (typeof JOIN_SOURCES)[number];

/** The sheets that carry the mall's joining address: A4 for the wall, A6 for the table. */
export const JOIN_SHEETS = ['poster', 'table'] as const;
export type JoinSheet = (typeof JOIN_SHEETS)[number];

/** Which sheet an address names; anything else was typed by somebody, and says nothing. */
export function readJoinSheet(text: string | null | undefined): JoinSheet | null {
  return JOIN_SHEETS.find((sheet) => sheet === text) ?? null;
}

/** The path of the mall that a sheet's code leads to. */
export function joinPath(sheet: JoinSheet): string {
  return `/join?from=${sheet}`;
}
