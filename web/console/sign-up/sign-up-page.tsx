import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { Loadable } from '../parts/loadable.tsx';
import { PlainPage } from '../parts/plain-page.tsx';
import { meQuery } from '../session/session.ts';
import { AccountForm } from './account-form.tsx';
import { NameForm } from './name-form.tsx';

/** From nothing to a shop: the account, then the shop; a refresh goes on where she was. */
export function SignUpPage() {
  const t = useTranslations('signUp');
  const me = useQuery(meQuery);
  if (me.data?.tenant) return <Navigate to={me.data.tenant.state === 'building' ? '/start' : '/'} />;
  return (
    <PlainPage title={me.data ? t('shopTitle') : t('title')}>
      <Loadable query={me} rows={3}>
        {(data) => (data === null ? <AccountForm /> : <NameForm me={data} />)}
      </Loadable>
    </PlainPage>
  );
}
