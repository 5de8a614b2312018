import { Button, Group, NumberInput, Paper, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { PROFILE_LIMITS } from '../../../src/domain/profile-form.ts';
import type { ProfileFormAnswer } from '../../../src/features/profile-form/schemas.ts';
import { useSubmission } from '../api/use-submission.ts';
import { Empty } from '../parts/empty.tsx';
import { LeaveGuard } from '../parts/leave-guard.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubmitButton } from '../parts/submit-button.tsx';
import { useFormat } from '../session/use-format.ts';
import { changeProfileForm, PROFILE_FORM_KEY, profileFormQuery } from './api.ts';
import { missingIn, newId, questionOf, type TypedQuestion, typedOf } from './model.ts';
import { QuestionEditor } from './question-editor.tsx';

/** Up to five things that the shop wants to know of its members, and what completing them gives (S2). */
export function ProfileFormPage() {
  const t = useTranslations('profileForm');
  const settings = useTranslations('settings');
  const form = useQuery(profileFormQuery);
  return (
    <Page title={t('title')} back={{ to: '/settings', label: settings('title') }} note={t('note')}>
      <Loadable query={form} rows={3} rowHeight={120}>
        {(answer) => <Editor key={answer.version} answer={answer} />}
      </Loadable>
    </Page>
  );
}

function Editor({ answer }: { answer: ProfileFormAnswer }) {
  const t = useTranslations('profileForm');
  const format = useFormat();
  const [questions, setQuestions] = useState(() => answer.questions.map(typedOf));
  const [points, setPoints] = useState(answer.points);
  const [missing, setMissing] = useState(missingIn([]));
  const save = useSubmission({
    send: changeProfileForm,
    refresh: [PROFILE_FORM_KEY],
    onSuccess: () => notifyDone(t('saved')),
  });
  const wanted = { questions: questions.map(questionOf), points };
  const isChanged =
    JSON.stringify(wanted) !== JSON.stringify({ questions: answer.questions, points: answer.points });
  const change = (next: TypedQuestion[]) => {
    setQuestions(next);
    setMissing(missingIn([]));
  };
  const submit = () => {
    const found = missingIn(questions);
    setMissing(found);
    if (found.size === 0) save.mutate({ ...wanted, seenVersion: answer.version });
  };
  const add = (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
      disabled={questions.length >= PROFILE_LIMITS.questions}
      onClick={() => change([...questions, { id: newId(), text: {}, kind: 'choice', options: [] }])}
    >
      {t('add')}
    </Button>
  );
  return (
    <>
      {answer.version > 0 && (
        <Text c="dimmed" className="figures">
          {t('answered', {
            answered: format.count(answer.answered),
            rewarded: format.count(answer.rewarded),
          })}
        </Text>
      )}
      {questions.length === 0 ? (
        <Empty title={t('none')} detail={t('noneDetail')} action={add} />
      ) : (
        <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {questions.map((question, place) => (
            <QuestionEditor
              key={question.id}
              question={question}
              place={place}
              count={questions.length}
              missing={missing.get(question.id) ?? null}
              onChange={(next) => change(questions.map((each) => (each.id === next.id ? next : each)))}
              onMove={(by) => change(moved(questions, place, by))}
              onRemove={() => change(questions.filter(({ id }) => id !== question.id))}
            />
          ))}
        </Stack>
      )}
      <Paper withBorder p="md">
        <Stack>
          <NumberInput
            label={t('points')}
            description={t('pointsHint')}
            min={0}
            max={PROFILE_LIMITS.points}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            inputMode="numeric"
            value={points}
            onChange={(value) => setPoints(Number(value) || 0)}
            maw={280}
          />
          {save.isError && <ProblemAlert error={save.error} />}
          <Group>
            <SubmitButton pending={save.isPending} onClick={submit} disabled={!isChanged}>
              {t('save')}
            </SubmitButton>
            {questions.length > 0 && add}
          </Group>
        </Stack>
      </Paper>
      <LeaveGuard edited={isChanged && !save.isSuccess} />
    </>
  );
}

function moved(questions: TypedQuestion[], place: number, by: -1 | 1): TypedQuestion[] {
  const next = [...questions];
  const [question] = next.splice(place, 1);
  if (question) next.splice(place + by, 0, question);
  return next;
}
