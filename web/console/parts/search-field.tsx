import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

const PAUSE_MS = 250;

/** What is typed into a list's search, told to `look` once typing pauses, so that the address keeps it. */
export function useTypedSearch(search: string, look: (text: string) => void) {
  const [typed, setTyped] = useState(search);
  const lookSoon = useDebouncedCallback((text: string) => look(text.trim()), PAUSE_MS);
  const type = (text: string) => {
    setTyped(text);
    lookSoon(text);
  };
  return { typed, type, clear: () => type('') };
}

type Props = { label: string; typed: string; onType: (text: string) => void };

export function SearchField({ label, typed, onType }: Props) {
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      leftSection={<IconSearch size={18} aria-hidden />}
      value={typed}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
    />
  );
}
