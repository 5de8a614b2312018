import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { mallHost } from '../session/hosts.ts';
import { slugCandidates } from './model.ts';
import { proposeSlug } from './propose-slug.ts';

/** Where the mall of a name will stand, as far as nobody else stands there. */
export function ProposedAddress({ name }: { name: string }) {
  const t = useTranslations('start');
  const [settled] = useDebouncedValue(name.trim(), 300);
  const { data } = useQuery({
    queryKey: ['proposed-slug', settled],
    queryFn: () => proposeSlug(settled),
    enabled: settled !== '',
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  if (name.trim() === '' || data === undefined) return null;
  const [slug = ''] = slugCandidates(data, '');
  return (
    <Text component="span" inherit role="status">
      {t('proposed', { host: mallHost(slug) })}
    </Text>
  );
}
