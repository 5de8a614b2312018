import { IconChevronLeft } from '@tabler/icons-react';
import { AnchorLink } from './links.tsx';

export type BackTo =
  | '/'
  | '/counter'
  | '/members'
  | '/members/join-links'
  | '/members/import'
  | '/redemptions'
  | '/rewards'
  | '/settings'
  | '/programme';

/** One level up, named. */
export function BackLink({ to, label }: { to: BackTo; label: string }) {
  return (
    <AnchorLink
      to={to}
      underline="hover"
      display="inline-flex"
      style={{ alignItems: 'center', minHeight: 44, gap: 4 }}
    >
      <IconChevronLeft size={18} aria-hidden />
      {label}
    </AnchorLink>
  );
}
