import { useEffect } from 'react';
import { useTranslations } from 'use-intl/react';

/** Names the browser's tab after the screen, so that several of them can be told apart. */
export function useTabTitle(title: string): void {
  const t = useTranslations();
  const product = t('title');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}
