import { Group, Text } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { ButtonLink } from '../parts/links.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { useTakeBack } from '../tenants/use-take-back.ts';
import '../unpublished/unpublished.css';

const PAGE = '/settings/close';
/** Its keys need the whole of a phone; until the date nothing there is otherwise than on any day. */
const COUNTER = '/counter';

/** Over the pages of a shop that closes, or has: when, and for its owner the way back. */
export function ClosingBar() {
  const t = useTranslations('shell.closing');
  const { me, shop } = useShop();
  const format = useFormat();
  const takeBack = useTakeBack();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const { closing } = shop;
  if (!closing || path === PAGE || (path === COUNTER && !closing.isClosed)) return null;
  const date = format.lastDay(Date.parse(closing.closesAt), Date.now());
  return (
    <>
      <aside className="unpublishedBar">
        <Text fw={600}>{t(closing.isClosed ? 'over' : 'soon', { date })}</Text>
        {me.role === 'owner' && (
          <Group gap="xs">
            <ButtonLink to={PAGE} size="sm" variant="default">
              {t('see')}
            </ButtonLink>
            {!closing.isClosed && (
              <SubmitButton size="sm" pending={takeBack.isPending} onClick={() => takeBack.mutate(null)}>
                {t('keep')}
              </SubmitButton>
            )}
          </Group>
        )}
      </aside>
      <ProblemAlert error={takeBack.error} />
    </>
  );
}
