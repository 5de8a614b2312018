/** What of a request tells where it comes from. */
type Asked = { headers: { get(name: string): string | null } };

/**
 * Whether a browser says that it was led here by the mall itself or by one of the sites that the shop
 * allows. A stranger's page can keep the referrer to itself, but never name another's.
 */
export function cameFromShop(request: Asked, ownOrigin: string, origins: readonly string[]): boolean {
  const referrer = request.headers.get('referer');
  const from = referrer === null ? null : URL.parse(referrer)?.origin;
  return from === ownOrigin || origins.some((origin) => origin === from);
}
