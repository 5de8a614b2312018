import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { CHIPS_MAX, type Chip, NAME_CHARACTERS_MAX, newChip } from './model.ts';

type Props = {
  chips: Chip[];
  /** What one of them is, for its label and the button that adds one. */
  kind: 'category' | 'service';
  hint: string;
  faultOf: (key: string) => string | undefined;
  onChange: (chips: Chip[]) => void;
};

/** Chips of the counter in their order, each a field of its own. */
export function ChipList({ chips, kind, hint, faultOf, onChange }: Props) {
  const t = useTranslations('counterSettings');
  const id = useId();
  return (
    <Stack gap="sm">
      <Text c="dimmed" id={id}>
        {hint}
      </Text>
      {chips.map(({ key, name }, position) => (
        <Group key={key} gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            aria-label={t(`${kind}.name`, { position: position + 1 })}
            aria-describedby={id}
            flex={1}
            maxLength={NAME_CHARACTERS_MAX}
            autoComplete="off"
            // Whoever adds one goes on typing.
            autoFocus={name === '' && position === chips.length - 1}
            value={name}
            error={faultOf(key)}
            onChange={({ currentTarget: { value } }) =>
              onChange(chips.map((chip) => (chip.key === key ? { key, name: value } : chip)))
            }
          />
          <ActionIcon
            size={44}
            variant="subtle"
            color="gray"
            aria-label={t(`${kind}.remove`, { name: name || t(`${kind}.name`, { position: position + 1 }) })}
            onClick={() => onChange(chips.filter((chip) => chip.key !== key))}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {chips.length < CHIPS_MAX && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange([...chips, newChip()])}
        >
          {t(`${kind}.add`)}
        </Button>
      )}
    </Stack>
  );
}
