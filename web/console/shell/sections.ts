import {
  IconCalculator,
  IconCashRegister,
  IconGift,
  IconHome,
  IconPackage,
  IconPalette,
  type IconProps,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { StaffRole } from '../session/session.ts';

type SectionName =
  | 'home'
  | 'counter'
  | 'members'
  | 'redemptions'
  | 'programme'
  | 'rewards'
  | 'design'
  | 'settings';

/** What is done every day, what members play for, and the shop itself. */
export const SECTION_GROUPS = ['business', 'play', 'shop'] as const;

export type Section = {
  name: SectionName;
  to: '/' | '/counter' | '/members' | '/redemptions' | '/programme' | '/rewards' | '/design' | '/settings';
  icon: ComponentType<IconProps>;
  /** On a phone: in the bar at the thumb, or behind More. */
  phone: 'bar' | 'more';
  group: (typeof SECTION_GROUPS)[number];
  roles: readonly StaffRole[];
};

const EVERYONE = ['owner', 'manager', 'clerk'] as const;
const MANAGERS = ['owner', 'manager'] as const;

const SECTIONS: readonly Section[] = [
  { name: 'home', to: '/', icon: IconHome, phone: 'bar', group: 'business', roles: MANAGERS },
  {
    name: 'counter',
    to: '/counter',
    icon: IconCashRegister,
    phone: 'bar',
    group: 'business',
    roles: EVERYONE,
  },
  {
    name: 'redemptions',
    to: '/redemptions',
    icon: IconPackage,
    phone: 'bar',
    group: 'business',
    roles: MANAGERS,
  },
  { name: 'members', to: '/members', icon: IconUsers, phone: 'bar', group: 'business', roles: MANAGERS },
  {
    name: 'programme',
    to: '/programme',
    icon: IconCalculator,
    phone: 'more',
    group: 'play',
    roles: MANAGERS,
  },
  { name: 'rewards', to: '/rewards', icon: IconGift, phone: 'more', group: 'play', roles: MANAGERS },
  { name: 'design', to: '/design', icon: IconPalette, phone: 'more', group: 'shop', roles: MANAGERS },
  { name: 'settings', to: '/settings', icon: IconSettings, phone: 'more', group: 'shop', roles: MANAGERS },
];

/** The sections that a role works with; what it may not do is not offered. */
export function sectionsFor(role: StaffRole): readonly Section[] {
  return SECTIONS.filter((section) => section.roles.includes(role));
}
