import { TextInput } from '@mantine/core';

type Props = { label: string; value: string; wrong: boolean; onChange: (value: string) => void };

/** A figure inside a sentence; its label is read out, not drawn. */
export function SmallField({ label, value, wrong, onChange }: Props) {
  return (
    <TextInput
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      w={76}
      maxLength={12}
      styles={{ input: { textAlign: 'center', fontWeight: 650 } }}
      value={value}
      error={wrong}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
