import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { ANSWER_CHARACTERS_MAX } from '../../../src/domain/question.ts';
import { useSubmission } from '../api/use-submission.ts';
import { spacedNumber } from '../members/model.ts';
import { AnchorLink } from '../parts/links.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Age } from '../redemptions/age.tsx';
import { answerQuestion, QUESTIONS_KEY, type Question } from './api.ts';

const LATE_MS = 86_400_000;

/** One question with whoever asks it, and the answer or the place to write one. */
export function QuestionCard({ question }: { question: Question }) {
  const t = useTranslations('questions');
  const askedAtMs = Date.parse(question.askedAt);
  const waits = question.answer === null;
  const { memberName, memberNumber, orderNumber } = question;
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm" align="baseline">
          <AnchorLink to="/members/$memberId" params={{ memberId: question.memberId }}>
            {memberName ?? (memberNumber ? spacedNumber(memberNumber) : t('someone'))}
          </AnchorLink>
          <Age atMs={askedAtMs} late={waits && Date.now() - askedAtMs > LATE_MS} />
        </Group>
        <Text fw={600} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {question.kind === 'missing_points' ? t('missing', { number: orderNumber ?? '' }) : question.text}
        </Text>
        {question.kind === 'missing_points' && waits && <Text c="dimmed">{t('missingHint')}</Text>}
        {question.answer === null ? (
          <AnswerForm questionId={question.id} />
        ) : (
          <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{question.answer}</Text>
        )}
      </Stack>
    </Paper>
  );
}

function AnswerForm({ questionId }: { questionId: string }) {
  const t = useTranslations('questions');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const reply = useSubmission({
    send: answerQuestion,
    refresh: [QUESTIONS_KEY, ['home']],
    onSuccess: () => notifyDone(t('answered')),
  });
  const missing = text.trim() === '';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) reply.mutate({ questionId, text: text.trim() });
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={t('answer')}
          autosize
          minRows={2}
          maxLength={ANSWER_CHARACTERS_MAX}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          error={tried && missing ? t('answerMissing') : undefined}
        />
        <ProblemAlert error={reply.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={reply.isPending}>
            {t('send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
