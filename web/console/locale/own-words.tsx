import { type ReactNode, useMemo } from 'react';
import { IntlProvider, useMessages } from 'use-intl/react';
import type english from '../../../src/messages/en/console.ts';
import { useShop } from '../session/session.ts';
import { useLanguage } from './locale-provider.tsx';
import { withOwnWord } from './own-word.ts';

/** Everything within says the shop's own word for points. */
export function OwnWords({ children }: { children: ReactNode }) {
  const messages = useMessages();
  const { locale } = useLanguage();
  const { pointsName } = useShop().shop;
  const own = useMemo(
    () => withOwnWord(messages as unknown as typeof english, locale, pointsName),
    [messages, locale, pointsName],
  );
  return (
    <IntlProvider locale={locale} messages={own}>
      {children}
    </IntlProvider>
  );
}
