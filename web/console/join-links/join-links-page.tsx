import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { JoinLinkListAnswer } from '../../../src/features/join-links/schemas.ts';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Empty } from '../parts/empty.tsx';
import { ListEnd } from '../parts/list-end.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { Page } from '../parts/page.tsx';
import { archiveJoinLink, JOIN_LINKS_KEY, type JoinLink, joinLinksQuery } from './api.ts';
import { CreateLink } from './create-link.tsx';
import { Funnel } from './funnel.tsx';
import { LinkCard } from './link-card.tsx';

/** Which code or link brings members, and whether they redeem: one for each place and group (S2, S18). */
export function JoinLinksPage() {
  const t = useTranslations('joinLinks');
  const list = useQuery(joinLinksQuery);
  const [archiving, setArchiving] = useState<JoinLink | null>(null);
  const archive = useSubmission({
    send: archiveJoinLink,
    refresh: [JOIN_LINKS_KEY],
    onSuccess() {
      notifyDone(t('archiveDone'));
      setArchiving(null);
    },
  });
  return (
    <Page title={t('title')} back={{ to: '/members', label: t('toMembers') }} note={t('note')}>
      <CreateLink />
      <Loadable query={list} rows={3} rowHeight={160}>
        {(answer) => (
          <>
            <Links answer={answer} onArchive={setArchiving} />
            <ListEnd />
          </>
        )}
      </Loadable>
      <Confirm
        opened={archiving !== null}
        onClose={() => setArchiving(null)}
        title={archiving?.name ?? ''}
        detail={t('archiveAsk')}
        action={t('archive')}
        pending={archive.isPending}
        error={archive.error}
        onConfirm={() => archiving && archive.mutate({ id: archiving.id })}
      />
    </Page>
  );
}

function Links({
  answer: { sheets, links },
  onArchive,
}: {
  answer: JoinLinkListAnswer;
  onArchive: (link: JoinLink) => void;
}) {
  const t = useTranslations('joinLinks');
  const [all, showAll] = useState(false);
  const open = links.filter(({ archivedAt }) => archivedAt === null);
  const archived = links.length - open.length;
  return (
    <Stack component="ul" p={0} m={0} gap="md" style={{ listStyle: 'none' }}>
      {(all ? links : open).map((link) => (
        <LinkCard key={link.id} link={link} onArchive={onArchive} />
      ))}
      {open.length === 0 && !all && (
        <li>
          <Empty title={t('none')} detail={t('noneDetail')} />
        </li>
      )}
      <Paper withBorder p="md" component="li">
        <Group gap="xl" align="flex-start">
          {sheets.map(({ sheet, ...funnel }) => (
            <Stack key={sheet} gap="xs">
              <Title order={2} fz="md">
                {t(`sheets.${sheet}`)}
              </Title>
              <Funnel {...funnel} />
            </Stack>
          ))}
        </Group>
      </Paper>
      {archived > 0 && !all && (
        <li>
          <Button variant="subtle" onClick={() => showAll(true)}>
            <Text span>{t('showArchived', { count: archived })}</Text>
          </Button>
        </li>
      )}
    </Stack>
  );
}
