import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

type Props = { title: string; what: ReactNode; actions?: ReactNode; children: ReactNode };

/** One part of a page that sets several things, under its own heading. */
export function Section({ title, what, actions, children }: Props) {
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} id={id}>
            {title}
          </Title>
          {actions}
        </Group>
        <Text component="div" c="dimmed">
          {what}
        </Text>
        {children}
      </Stack>
    </Paper>
  );
}
