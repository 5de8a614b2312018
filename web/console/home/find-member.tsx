import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isPassing, problemOf } from '../api/problem.ts';
import { findMember } from '../members/api.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';

/** The counter's first step: phone, e-mail or number leads straight to the member. */
export function FindMember() {
  const t = useTranslations('home');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const find = useMutation({
    mutationFn: findMember,
    onSuccess: ({ id }) => navigate({ to: '/members/$memberId', params: { memberId: id } }),
    onError: (error) => {
      // Nobody by exactly this: the list looks for it in names too, and offers to add her.
      if (!isPassing(problemOf(error))) void navigate({ to: '/members', search: { search: typed.trim() } });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') find.mutate(typed.trim());
      }}
    >
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          label={t('find')}
          placeholder={t('findHint')}
          autoComplete="off"
          style={{ flex: 1 }}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit" loading={find.isPending}>
          {t('findSubmit')}
        </Button>
      </Group>
      {find.isError && isPassing(problemOf(find.error)) && <ProblemAlert error={find.error} />}
    </form>
  );
}
