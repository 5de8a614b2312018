import { Anchor } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

export type BackTo = '/members' | '/redemptions' | '/rewards' | '/settings' | '/programme';

/** One level up, named. */
export function BackLink({ to, label }: { to: BackTo; label: string }) {
  return (
    <Anchor
      component={Link}
      to={to}
      underline="hover"
      display="inline-flex"
      style={{ alignItems: 'center', minHeight: 44, gap: 4 }}
    >
      <IconChevronLeft size={18} aria-hidden />
      {label}
    </Anchor>
  );
}
