/**
 * Pages of the product's own site are drawn when the web is built; what only a request knows stands in them as
 * `{{name}}`, and what holds only sometimes between `<!--when:name-->`, `<!--else-->` and `<!--end-->`.
 */
const NAMED = /\{\{([\w:-]+)\}\}/g;
const SOMETIMES = /<!--when:([\w-]+)-->([\s\S]*?)(?:<!--else-->([\s\S]*?))?<!--end-->/g;

/** Pages by name, and where each stands below its language's address. */
export const SITE_PAGES = {
  home: '',
  docs: '/docs',
  libraries: '/docs/libraries',
  widget: '/docs/widget',
} as const;
export type SitePage = keyof typeof SITE_PAGES;

/** Shops that show what the product is; each has pictures of its own. */
export const DEMO_SHOPS = ['mianyu', 'mutang', 'lamplight'] as const;
export type DemoShop = (typeof DEMO_SHOPS)[number];

/** `{{name}}` of what a request fills in: addresses without a slash at their end, and figures. */
export type SiteValues = Record<'origin' | 'console' | 'api' | 'query', string> & { [name: string]: string };

/** What `name` will be in the page as it is served. */
export const filledIn = (name: string) => `{{${name}}}`;

/** The page as it is served: values must be safe in HTML; a name that nobody gave stays as it is. */
export function fillPage(page: string, values: SiteValues, truths: ReadonlySet<string>): string {
  return page
    .replace(SOMETIMES, (_, name: string, yes: string, no = '') => (truths.has(name) ? yes : no))
    .replace(NAMED, (whole, name: string) => values[name] ?? whole);
}
