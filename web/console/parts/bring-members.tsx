import { useTranslations } from 'use-intl/react';
import { ButtonLink } from './links.tsx';

/** The one thing to do about a list that members fill: bring some in. */
export function BringMembers() {
  const t = useTranslations('common');
  return (
    <ButtonLink to="/poster" variant="default">
      {t('bringMembers')}
    </ButtonLink>
  );
}
