import type { Locale as OurLocale } from '../../../src/domain/locale.ts';
import type english from '../../../src/messages/en/console.ts';

declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof english;
    Locale: OurLocale;
  }
}
