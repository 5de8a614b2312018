/** Style that is held to light or dark, whatever the reader's device asks for; `auto` leaves it as it is. */
export function inScheme(css: string, scheme: 'light' | 'dark' | 'auto'): string {
  if (scheme === 'auto') return css;
  const media = scheme === 'dark' ? 'all' : 'not all';
  return css
    .replaceAll(/\s*\(prefers-color-scheme:\s*dark\)/g, ` ${media}`)
    .replaceAll(/color-scheme:\s*light dark/g, `color-scheme:${scheme}`);
}
