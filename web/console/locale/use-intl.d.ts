import type english from '../../../src/messages/en/console.ts';
import type { Locale as OurLocale } from '../../../src/messages/locale.ts';

declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof english;
    Locale: OurLocale;
  }
}
