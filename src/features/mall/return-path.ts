const ORIGIN = 'https://mall.invalid';

/** A path of this mall to go back to, or its home page: nobody is sent to another site. */
export function returnPath(to: string | null | undefined): string {
  if (!to?.startsWith('/') || to.length > 500) return '/';
  const url = URL.parse(to, ORIGIN);
  return url?.origin === ORIGIN ? url.pathname + url.search : '/';
}
