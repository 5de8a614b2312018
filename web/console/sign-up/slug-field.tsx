import { Loader, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { mallHost } from '../session/hosts.ts';
import { checkSlug } from '../tenants/api.ts';
import { slugFault } from './model.ts';

type SlugCheck = { state: 'unknown' | 'checking' | 'free' | 'taken' | 'reserved' };

/** Whether the address can be had, asked once typing pauses. Of the shop’s own nothing is asked: it has that one. */
export function useSlugCheck(slug: string, own: string): SlugCheck {
  const [settled] = useDebouncedValue(slug, 350);
  const wellFormed = slugFault(settled) === null;
  const check = useQuery({
    queryKey: ['slug', settled],
    queryFn: ({ signal }) => checkSlug(settled, signal),
    enabled: wellFormed && settled !== own,
    staleTime: 5_000,
  });
  if (slug === own) return { state: 'unknown' };
  if (!wellFormed || slug !== settled) return { state: slugFault(slug) === null ? 'checking' : 'unknown' };
  if (check.data === undefined) return { state: check.isError ? 'unknown' : 'checking' };
  if (check.data.free) return { state: 'free' };
  return { state: check.data.reason === 'reserved' ? 'reserved' : 'taken' };
}

type Props = {
  value?: string;
  error?: ReactNode;
  check: SlugCheck;
  onChange: (slug: string) => void;
  onBlur?: () => void;
};

/** The address of the mall with what the server says about it, live. */
export function SlugField({ value, error, check, onChange, onBlur }: Props) {
  const t = useTranslations('signUp');
  const refused = check.state === 'taken' || check.state === 'reserved';
  return (
    <TextInput
      label={t('slug')}
      required
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value.toLowerCase())}
      {...(onBlur ? { onBlur } : {})}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={40}
      error={error ?? (refused ? t(`slugState.${check.state}`) : undefined)}
      description={
        <Text component="span" inherit role="status">
          {mallHost(value || '…')}
          {check.state === 'free' && ` · ${t('slugState.free')}`}
        </Text>
      }
      rightSection={<SlugMark state={check.state} />}
    />
  );
}

function SlugMark({ state }: SlugCheck) {
  if (state === 'checking') return <Loader size="xs" aria-hidden />;
  if (state === 'free') return <IconCheck size={20} color="var(--mantine-color-green-8)" aria-hidden />;
  if (state === 'unknown') return null;
  return <IconX size={20} color="var(--mantine-color-red-8)" aria-hidden />;
}
