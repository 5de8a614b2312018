import { useTranslations } from 'use-intl/react';
import { AnchorLink } from './links.tsx';

/** The one thing to do about a list that members fill: bring some in. */
export function BringMembers() {
  const t = useTranslations('common');
  return <AnchorLink to="/poster">{t('bringMembers')}</AnchorLink>;
}
