import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'use-intl/react';
import type { Locale } from '../../../src/domain/locale.ts';
import type { Catalogue } from '../../../src/messages/catalogue.ts';
import type english from '../../../src/messages/en/console.ts';
import { currentLocale, rememberLocale } from './current-locale.ts';

type Messages = Catalogue<typeof english>;

/** One chunk per language: a visit loads only the one it reads. */
const CATALOGUES: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('../../../src/messages/en/console.ts'),
  'zh-CN': () => import('../../../src/messages/zh-CN/console.ts'),
  'zh-TW': () => import('../../../src/messages/zh-TW/console.ts'),
};

/** The words of a language, for what is written in another one than the screen. */
export async function loadCatalogue(locale: Locale): Promise<Messages> {
  return (await CATALOGUES[locale]()).default;
}

type Language = { locale: Locale; choose: (locale: Locale) => Promise<void> };

const LanguageContext = createContext<Language | null>(null);

/** The language in use and the way to change it. */
export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (language === null) throw new Error('outside of LocaleProvider');
  return language;
}

/** Loads the catalogue of the language in use before anything is drawn in it. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [loaded, setLoaded] = useState<{ locale: Locale; messages: Messages } | null>(null);

  const choose = useCallback(async (locale: Locale) => {
    const { default: messages } = await CATALOGUES[locale]();
    rememberLocale(locale);
    document.documentElement.lang = locale;
    document.title = messages.title;
    setLoaded({ locale, messages });
  }, []);

  useEffect(() => {
    void choose(currentLocale());
  }, [choose]);

  const language = useMemo(() => (loaded ? { locale: loaded.locale, choose } : null), [loaded, choose]);
  if (loaded === null || language === null) return null;
  return (
    <LanguageContext value={language}>
      <IntlProvider
        locale={loaded.locale}
        messages={loaded.messages as typeof english}
        timeZone="UTC"
        onError={throwError}
      >
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

/** A missing message or argument is a bug that the catalogue's types keep from happening. */
function throwError(error: Error): void {
  throw error;
}
