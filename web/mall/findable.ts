import type { Locale } from '../../src/domain/locale.ts';
import type { Frame } from './views.ts';

/** A page that search engines may keep: its one address in this language, and where each language is. */
export type Findable = {
  url: string;
  languages: { locale: Locale | 'x-default'; url: string }[];
  siteName: string;
};

/** Pages that are the same for everybody; all others are somebody's own, or a step on a road. */
const PUBLIC = /^\/(?:$|earn$|rules$|help$|privacy$|terms$|rewards\/[\w-]+$)/;

/** What search engines are told of the page; null: nothing, and not to keep it. */
export function findableOf({ path, origin, preview, closing, shop, words }: Frame): Findable | null {
  const [pathname = '/'] = path.split('?');
  if (preview || closing?.isOver || !PUBLIC.test(pathname)) return null;
  const languages = addressesOf(`${origin}${pathname}`, shop);
  const own = languages.find(({ locale }) => locale === words.locale);
  return { url: own?.url ?? `${origin}${pathname}`, languages, siteName: shop.name };
}

/** The shop's own language needs no mark: a reader who names none is answered in it. */
export function addressesOf(
  url: string,
  { locale: own, languages }: Pick<Frame['shop'], 'locale' | 'languages'>,
): Findable['languages'] {
  return [
    ...languages.map((locale) => ({ locale, url: locale === own ? url : `${url}?lang=${locale}` })),
    { locale: 'x-default' as const, url },
  ];
}
