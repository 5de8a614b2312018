import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A list without anything in it: what will stand here, and the one thing to do about it. */
export function Empty({ title, detail, action }: { title: string; detail?: string; action?: ReactNode }) {
  return (
    <Paper withBorder p="xl">
      <Stack align="center" gap="xs" ta="center">
        <Text fw={600}>{title}</Text>
        {detail && <Text c="dimmed">{detail}</Text>}
        {action}
      </Stack>
    </Paper>
  );
}
