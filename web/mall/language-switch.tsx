import { LOCALES, type Locale } from '../../src/domain/locale.ts';
import { LOCALE_NAMES } from '../../src/messages/locale.ts';

type Props = {
  current: string;
  path: string;
  label: string;
  /** Absent: all. */
  languages?: readonly Locale[];
  /** The form on the page whose fields are to be found again in the other language, by its id. */
  keeps?: string | undefined;
};

/** Languages in their own names; the choice is kept in a cookie by the route, and what was typed beside it. */
export function LanguageSwitch({ current, path, label, keeps, languages = LOCALES }: Props) {
  return (
    <nav class="languages" aria-label={label}>
      {keeps !== undefined && (
        // Enter in a field presses a form's first button: were that a language, nobody could send by it.
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nobody comes to it, by a reader or by Tab
        <button type="submit" form={keeps} class="hidden" tabindex={-1} aria-hidden="true" />
      )}
      {languages.map((locale) => {
        const address = `/language?lang=${locale}&to=${encodeURIComponent(path)}`;
        const now = locale === current ? 'true' : undefined;
        return keeps === undefined ? (
          <a href={address} lang={locale} hreflang={locale} rel="nofollow" aria-current={now}>
            {LOCALE_NAMES[locale]}
          </a>
        ) : (
          <button
            type="submit"
            form={keeps}
            formaction={address}
            formnovalidate
            data-aside
            lang={locale}
            aria-current={now}
          >
            {LOCALE_NAMES[locale]}
          </button>
        );
      })}
    </nav>
  );
}
