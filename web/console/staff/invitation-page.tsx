import { Button, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { AnchorLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { PlainPage } from '../parts/plain-page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { EmailCode } from '../session/email-code.tsx';
import { forgetSeen } from '../session/seen-session.ts';
import { addressOf, ME_KEY, type Me, meQuery, signOut } from '../session/session.ts';
import { acceptInvitation } from './api.ts';
import { NewColleague } from './new-colleague.tsx';

/** Where the letter's link leads: a colleague makes her account, or signs in, and accepts. */
export function InvitationPage() {
  const t = useTranslations('invitation');
  const { invitationId } = useParams({ from: '/invitations/$invitationId' });
  const { email } = useSearch({ from: '/invitations/$invitationId' });
  const me = useQuery(meQuery);
  return (
    <PlainPage title={t('title')}>
      <Loadable query={me} rows={3}>
        {(signedIn) =>
          signedIn === null ? (
            <Stack>
              <Text>{t('lead')}</Text>
              <NewColleague email={email ?? ''} />
              <AnchorLink to="/sign-in" search={{ next: `/invitations/${invitationId}` }}>
                {t('haveAccount')}
              </AnchorLink>
            </Stack>
          ) : (
            <Answer me={signedIn} invitationId={invitationId} />
          )
        }
      </Loadable>
    </PlainPage>
  );
}

/** Only a proved address can take an invitation: it was sent to that address. */
function Answer({ me, invitationId }: { me: Me; invitationId: string }) {
  const t = useTranslations('invitation');
  const navigate = useNavigate();
  const client = useQueryClient();
  const accept = useSubmission({
    send: acceptInvitation,
    async onSuccess() {
      forgetSeen();
      await client.resetQueries({ queryKey: ME_KEY });
      await navigate({ to: '/' });
    },
  });
  return (
    <Stack>
      <Text>{t('signedInAs', { email: addressOf(me) })}</Text>
      {!me.user.emailVerified && (
        <>
          <Text>{t('proveFirst')}</Text>
          <EmailCode email={addressOf(me)} />
        </>
      )}
      <Button
        disabled={!me.user.emailVerified}
        loading={accept.isPending}
        onClick={() => accept.mutate({ id: invitationId })}
      >
        {t('accept')}
      </Button>
      <ProblemAlert error={accept.error} />
      {accept.isError && (
        <>
          <Text>{t('otherAccount')}</Text>
          <Button variant="default" onClick={() => void signOut()}>
            {t('signOut')}
          </Button>
        </>
      )}
    </Stack>
  );
}
