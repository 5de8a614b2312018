import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { LanguageSelect } from '../locale/language-select.tsx';
import { useTabTitle } from './use-tab-title.ts';

/** The frame of screens before a shop: the product's name, the language, one column. */
export function PlainPage({
  title,
  children,
  wide = false,
}: {
  title: string;
  children: ReactNode;
  wide?: boolean;
}) {
  useTabTitle(title);
  return (
    <Box p="md">
      <Group component="header" justify="space-between" maw={1040} mx="auto">
        <Text fw={650}>Pointmall</Text>
        <LanguageSelect />
      </Group>
      <Stack component="main" maw={wide ? 640 : 420} mx="auto" mt="xl" gap="lg">
        <Title order={1}>{title}</Title>
        {children}
      </Stack>
    </Box>
  );
}
