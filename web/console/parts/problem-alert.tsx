import { Alert, Anchor, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { isSaidAtFields, ownWordsOf } from '../api/own-words.ts';
import { isPassing, type Problem, problemOf } from '../api/problem.ts';
import { isAuthCode } from '../session/auth-problem.ts';
import { PASSWORD_CHARACTERS } from '../session/password.ts';

type Props = {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** The form above: a fault that stands at one of its fields is not said again. */
  values?: object;
};

/** A failed request in words: what happened, what is safe, what to do. Trying again is offered where it may help. */
export function ProblemAlert({ error, onRetry, values }: Props) {
  const t = useTranslations('problems');
  if (error === null || error === undefined) return null;
  const problem = problemOf(error);
  if (values && isSaidAtFields(problem, values)) return null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={isAuthCode(problem.code) ? t('title') : (problem.title ?? t('title'))}
    >
      <Text size="md" c="var(--mantine-color-text)">
        <ProblemWords problem={problem} />
      </Text>
      {problem.status === 401 && !isAuthCode(problem.code) && (
        <Anchor href="/sign-in" target="_blank" display="inline-block" mt="sm">
          {t('signInAgain')}
        </Anchor>
      )}
      {onRetry && isPassing(problem) && (
        <Button mt="sm" variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Alert>
  );
}

/** The sentence of a problem, with the request's number where the fault is ours. */
export function ProblemWords({ problem }: { problem: Problem }) {
  const t = useTranslations('problems');
  if (problem.status === 0) return problem.code === 'offline' ? t('offline') : t('noAnswer');
  if (isAuthCode(problem.code)) return t(`auth.${problem.code}`, PASSWORD_CHARACTERS);
  const own = ownWordsOf(problem);
  if (own?.key === 'field') return t('own.field', { field: t(`labels.${own.field}`) });
  if (own) return t(`own.${own.key}`);
  const words = problem.detail ?? problem.title ?? t('unknown', { status: problem.status });
  const shown = problem.requestId !== null && isPassing(problem) && !words.includes(problem.requestId);
  return shown ? `${words} ${t('reference', { requestId: problem.requestId ?? '' })}` : words;
}
