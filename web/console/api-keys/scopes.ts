/** What a key may do, in the order of the form. */
export const KEY_SCOPES = [
  'orders:write',
  'members:read',
  'members:write',
  'programme:read',
  'programme:write',
  'rewards:read',
  'rewards:write',
  'redemptions:read',
  'redemptions:write',
] as const;
export type Scope = (typeof KEY_SCOPES)[number];

/** What a shop's server needs to report purchases and to show a member her points. */
export const USUAL_SCOPES: Scope[] = ['orders:write', 'members:read'];

export function isScope(value: string): value is Scope {
  return KEY_SCOPES.some((scope) => scope === value);
}
