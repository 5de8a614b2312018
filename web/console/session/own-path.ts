/** A path on this host to return to after signing in; anything that could lead elsewhere is none. */
export function isOwnPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && !value.startsWith('/sign-');
}
