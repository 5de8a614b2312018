import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { BackLink, type BackTo } from './back-link.tsx';
import { useTabTitle } from './use-tab-title.ts';

type Props = {
  title: string;
  /** The section that this page was opened from. */
  back?: { to: BackTo; label: string };
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of every screen: one heading, what can be done, then the content. */
export function Page({ title, back, note, actions, children }: Props) {
  useTabTitle(title);
  return (
    <Stack gap="lg" maw={1040} mx="auto">
      <Box>
        {back && <BackLink to={back.to} label={back.label} />}
        <Group justify="space-between" align="center" gap="sm">
          <Title order={1}>{title}</Title>
          {actions && <Group gap="sm">{actions}</Group>}
        </Group>
        {note && (
          <Text component="div" c="dimmed" mt={4}>
            {note}
          </Text>
        )}
      </Box>
      {children}
    </Stack>
  );
}
