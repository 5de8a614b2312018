import { LOCALES } from '../../src/domain/locale.ts';
import { LOCALE_NAMES } from '../../src/messages/locale.ts';

type Props = { current: string; path: string; label: string };

/** Links in each language's own name; the choice is kept in a cookie by the route. */
export function LanguageSwitch({ current, path, label }: Props) {
  return (
    <nav class="languages" aria-label={label}>
      {LOCALES.map((locale) => (
        <a
          href={`/language?lang=${locale}&to=${encodeURIComponent(path)}`}
          lang={locale}
          hreflang={locale}
          rel="nofollow"
          aria-current={locale === current ? 'true' : undefined}
        >
          {LOCALE_NAMES[locale]}
        </a>
      ))}
    </nav>
  );
}
