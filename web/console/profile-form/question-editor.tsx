import { ActionIcon, Group, Paper, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { PROFILE_LIMITS } from '../../../src/domain/profile-form.ts';
import { WordsField } from '../design/words-field.tsx';
import { useShop } from '../session/session.ts';
import '../design/controls.css';
import { linesOf, newId, type TypedQuestion, withWords, wordsOf } from './model.ts';

type Props = {
  question: TypedQuestion;
  place: number;
  count: number;
  missing: 'text' | 'options' | null;
  onChange: (question: TypedQuestion) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One question: its words, and the answers to choose from or a line to write. */
export function QuestionEditor({ question, place, count, missing, onChange, onMove, onRemove }: Props) {
  const t = useTranslations('profileForm');
  const { shop } = useShop();
  const number = place + 1;
  return (
    <Paper withBorder p="md" component="li">
      <Stack>
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>{t('question', { number })}</Text>
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              size={44}
              variant="subtle"
              aria-label={t('up', { number })}
              disabled={place === 0}
              onClick={() => onMove(-1)}
            >
              <IconArrowUp size={20} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={44}
              variant="subtle"
              aria-label={t('down', { number })}
              disabled={place === count - 1}
              onClick={() => onMove(1)}
            >
              <IconArrowDown size={20} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={44}
              variant="subtle"
              color="red"
              aria-label={t('remove', { number })}
              onClick={onRemove}
            >
              <IconTrash size={20} aria-hidden />
            </ActionIcon>
          </Group>
        </Group>
        <WordsField
          label={t('text', { number })}
          example={t('textExample')}
          value={question.text}
          charactersMax={PROFILE_LIMITS.textCharacters}
          onChange={(text) => onChange({ ...question, text })}
        />
        {missing === 'text' && <Missing words={t('textMissing')} />}
        <SegmentedControl
          aria-label={t('kind', { number })}
          value={question.kind}
          onChange={(kind) => onChange({ ...question, kind: kind === 'text' ? 'text' : 'choice' })}
          data={[
            { value: 'choice', label: t('choice') },
            { value: 'text', label: t('line') },
          ]}
        />
        {question.kind === 'choice' && (
          <Textarea
            label={t('options')}
            description={t('optionsHint')}
            autosize
            minRows={3}
            maxRows={PROFILE_LIMITS.options}
            defaultValue={wordsOf(question.options, shop.locale).join('\n')}
            onChange={({ currentTarget: { value } }) =>
              onChange({
                ...question,
                options: withWords(question.options, linesOf(value), { locale: shop.locale, makeId: newId }),
              })
            }
          />
        )}
        {missing === 'options' && <Missing words={t('optionsMissing')} />}
      </Stack>
    </Paper>
  );
}

function Missing({ words }: { words: string }) {
  return (
    <Text size="sm" c="red.8" role="alert">
      {words}
    </Text>
  );
}
