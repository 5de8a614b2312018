import { Group, Skeleton, Stack, Text } from '@mantine/core';
import type { IconProps } from '@tabler/icons-react';
import type { ComponentType } from 'react';

type Props = {
  icon: ComponentType<IconProps>;
  title: string;
  /** What a press does. */
  leads: ComponentType<IconProps>;
  /** How it stands; null while that is not known. */
  children: string | null;
};

/** What a row says, between what it is about and what a press does. */
export function SettingLine({ icon: Icon, title, leads: Leads, children }: Props) {
  return (
    <Group wrap="nowrap" px="md" py={10} mih={64} gap="md">
      <span className="settingIcon">
        <Icon size={20} aria-hidden />
      </span>
      <Stack gap={2} style={{ flex: 1, minWidth: 0 }}>
        <Text fw={600} lh={1.3}>
          {title}
        </Text>
        {children === null ? (
          <Skeleton height={14} my={3} maw={220} />
        ) : (
          <Text size="sm" c="dimmed" lh={1.4} lineClamp={2}>
            {children}
          </Text>
        )}
      </Stack>
      <Leads size={18} aria-hidden style={{ flexShrink: 0, opacity: 0.6 }} />
    </Group>
  );
}
