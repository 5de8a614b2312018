import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import type { TestMemberAnswer } from '../../../src/features/poster/schemas.ts';
import { qrPath } from '../../shared/qr-path.ts';
import { useSubmission } from '../api/use-submission.ts';
import { HOME_KEY } from '../home/api.ts';
import { MEMBERS_KEY } from '../members/api.ts';
import { memberName, spacedNumber } from '../members/model.ts';
import { AnchorLink, ButtonLink } from '../parts/links.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import { removeTestMember, TEST_MEMBER_KEY, testMemberQuery } from './api.ts';

/** The owner's own phone as the first member: seen, tried, and removed in one tap. */
export function TestMember() {
  const t = useTranslations('poster');
  const test = useQuery(testMemberQuery);
  const hasReal = test.data?.hasRealMembers ?? false;
  const hasJoined = (test.data?.member ?? null) !== null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="try">
      <Stack>
        <Title order={2} id="try">
          {t(hasJoined ? 'try.joined' : hasReal ? 'try.again' : 'try.first')}
        </Title>
        <Loadable query={test} rows={1} rowHeight={200}>
          {(answer) => <Standing answer={answer} />}
        </Loadable>
      </Stack>
    </Paper>
  );
}

function Standing({ answer: { member, join } }: { answer: TestMemberAnswer }) {
  const t = useTranslations('poster');
  const { shop } = useShop();
  if (member) {
    return (
      <Stack align="flex-start">
        <div>
          <Group gap="xs">
            <AnchorLink to="/members/$memberId" params={{ memberId: member.id }} fw={600}>
              {memberName(member)}
            </AnchorLink>
            <Badge variant="light" color="gray" autoContrast>
              {t('try.badge')}
            </Badge>
          </Group>
          <Text c="dimmed" className="figures">
            {spacedNumber(member.number)}
          </Text>
        </div>
        <Text maw={560}>{t('try.done')}</Text>
        <Group gap="sm">
          <ButtonLink to="/members/$memberId" params={{ memberId: member.id }}>
            {t('try.give')}
          </ButtonLink>
          <RemoveTestMember />
        </Group>
      </Stack>
    );
  }
  if (!join) return <Text>{t(shop.state === 'open' ? 'try.unavailable' : 'try.notOpen')}</Text>;
  return (
    <Group gap="lg" align="flex-start">
      <Code url={join.url} label={t('try.code')} />
      <Stack gap="xs" style={{ flex: '1 1 260px' }}>
        <Text>{t('try.how')}</Text>
        <Text c="dimmed">{t('try.once')}</Text>
        <div>
          <Button component="a" href={join.url} target="_blank" rel="noreferrer" variant="default">
            {t('try.here')}
          </Button>
        </div>
      </Stack>
    </Group>
  );
}

function Code({ url, label }: { url: string; label: string }) {
  const { size, path } = useMemo(() => qrPath(url), [url]);
  return (
    <svg
      className="tryCode"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#111111" />
    </svg>
  );
}

/** One tap: what she redeemed and has not is cancelled, her points are taken back, her name is erased. */
export function RemoveTestMember() {
  const t = useTranslations('poster');
  const remove = useSubmission({
    send: removeTestMember,
    refresh: [TEST_MEMBER_KEY, MEMBERS_KEY, HOME_KEY],
    onSuccess: () => notifyDone(t('try.removed')),
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate(null)}>
        {t('try.remove')}
      </Button>
      {remove.isError && <ProblemAlert error={remove.error} />}
    </Stack>
  );
}
