import { Alert, Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Programme } from '../../../src/domain/programme/programme.ts';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Page } from '../parts/page.tsx';
import { type Shop, useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { type ProgrammeAnswer, programmeQuery } from './api.ts';
import { formOf, needsNotice, programmeChanges, programmeRules, readForm } from './model.ts';
import { ProgrammeFields } from './programme-fields.tsx';
import { PublishSheet } from './publish-sheet.tsx';
import { programmeOf } from './published.ts';
import { startingProgramme } from './starting-programme.ts';
import { TryIt } from './try-it.tsx';
import { Versions } from './versions.tsx';

/** How points are earned: the live rules as sentences, a calculator beside them, publish. */
export function ProgrammePage() {
  const t = useTranslations('programme');
  const answer = useQuery(programmeQuery);
  return (
    <Page title={t('title')} note={t('note')}>
      <Loadable query={answer} rows={4} rowHeight={72}>
        {(data) => <ProgrammeEditor answer={data} />}
      </Loadable>
    </Page>
  );
}

function ProgrammeEditor({ answer }: { answer: ProgrammeAnswer }) {
  const t = useTranslations('programme');
  const format = useFormat();
  const { shop } = useShop();
  const [{ published, version }, setBase] = useState(() => baseOf(answer, shop));
  const [form, setForm] = useState(() => formOf(published));
  const [publishing, publish] = useDisclosure(false);
  const read = readForm(form, published);
  const firstTime = answer.live === null && answer.next === null;
  const changes = read.programme ? programmeChanges(published, read.programme) : [];
  const edited = JSON.stringify(form) !== JSON.stringify(formOf(published));
  const beginWith = (next: ProgrammeAnswer) => {
    const base = baseOf(next, shop);
    setBase(base);
    setForm(formOf(base.published));
  };
  const elsewhere = versionOf(answer) > version;
  // Nobody's edits are in the way: what was published elsewhere is taken over as if opened now.
  if (elsewhere && !edited) beginWith(answer);
  const live: Programme | null = answer.live ? programmeOf(answer.live) : null;
  const canPublish = read.programme !== null && (firstTime || changes.length > 0);
  const take = (programme: Programme) => {
    setForm(formOf(programme));
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <LeaveGuard edited={edited} />
      {elsewhere && edited && (
        <Alert color="orange" variant="light">
          {t('changedElsewhere', { version: versionOf(answer) })}
        </Alert>
      )}
      {answer.next && (
        <Alert color="blue" variant="light">
          {t('nextWaits', {
            version: answer.next.version,
            time: format.dateTime(Date.parse(answer.next.effectiveAt), Date.now()),
          })}
        </Alert>
      )}
      <div className="mainAndAside">
        <Stack>
          <ProgrammeFields form={form} faults={read.faults} onChange={setForm} />
          {firstTime && <Text c="dimmed">{t('neverPublished')}</Text>}
          {!firstTime && changes.length > 0 && (
            <Text role="status">{t('unpublished', { count: changes.length })}</Text>
          )}
          <Button onClick={publish.open} disabled={!canPublish}>
            {t('publish')}
          </Button>
          {answer.live && (
            <Text size="sm" c="dimmed">
              {t('liveSince', {
                version: answer.live.version,
                time: format.dateTime(Date.parse(answer.live.effectiveAt), Date.now()),
              })}
            </Text>
          )}
        </Stack>
        <TryIt programme={read.programme} />
      </div>
      <Versions onTake={take} />
      {read.programme && (
        <PublishSheet
          opened={publishing}
          onClose={publish.close}
          programme={read.programme}
          seenVersion={version}
          onPublished={beginWith}
          changes={firstTime ? programmeRules(read.programme) : changes}
          notice={needsNotice(live, read.programme)}
          before={firstTime ? null : published}
        />
      )}
    </>
  );
}

function versionOf({ live, next }: ProgrammeAnswer): number {
  return (next ?? live)?.version ?? 0;
}

/** What edits are decided from: the rules published last, and which version that is. */
function baseOf(answer: ProgrammeAnswer, shop: Shop) {
  return { published: startingProgramme(answer, shop), version: versionOf(answer) };
}
