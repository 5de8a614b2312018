import {
  IconAppWindow,
  IconArrowBackUp,
  IconBell,
  IconBuildingStore,
  IconCashRegister,
  IconCreditCard,
  IconDoorExit,
  IconForms,
  IconGauge,
  IconHistory,
  IconKey,
  IconLanguage,
  IconMail,
  IconMapPin,
  type IconProps,
  IconTruckDelivery,
  IconUserCircle,
  IconUsersGroup,
  IconWorld,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

type Entry = {
  name: string;
  to: string;
  icon: ComponentType<IconProps>;
  ownerOnly?: true;
  /** Not there until the shop connects a system of its own. */
  developers?: true;
};

/** Everything that is set once, by what it is about; three lines to a group, so that an eye finds them. */
export const GROUPS = [
  {
    name: 'theShop',
    entries: [
      { name: 'shop', to: '/settings/shop', icon: IconBuildingStore },
      { name: 'branches', to: '/settings/branches', icon: IconMapPin },
      { name: 'languages', to: '/settings/languages', icon: IconLanguage },
      { name: 'domain', to: '/settings/domain', icon: IconWorld },
      { name: 'plan', to: '/settings/plan', icon: IconGauge },
    ],
  },
  {
    name: 'redeeming',
    entries: [
      { name: 'delivery', to: '/settings/delivery', icon: IconTruckDelivery },
      { name: 'returns', to: '/settings/returns', icon: IconArrowBackUp },
      { name: 'payments', to: '/settings/payments', icon: IconCreditCard },
    ],
  },
  {
    name: 'members',
    entries: [
      { name: 'counter', to: '/settings/counter', icon: IconCashRegister },
      { name: 'profileForm', to: '/settings/member-questions', icon: IconForms },
      { name: 'letters', to: '/settings/letters', icon: IconMail },
    ],
  },
  {
    name: 'people',
    entries: [
      { name: 'staff', to: '/settings/staff', icon: IconUsersGroup },
      { name: 'you', to: '/settings/you', icon: IconUserCircle },
      { name: 'notices', to: '/settings/notices', icon: IconBell },
      { name: 'auditLog', to: '/settings/audit-log', icon: IconHistory },
    ],
  },
  {
    name: 'data',
    entries: [
      { name: 'apiKeys', to: '/settings/api-keys', icon: IconKey, ownerOnly: true, developers: true },
      { name: 'widget', to: '/settings/widget', icon: IconAppWindow, developers: true },
      { name: 'close', to: '/settings/close', icon: IconDoorExit, ownerOnly: true },
    ],
  },
] as const satisfies readonly { name: string; entries: readonly Entry[] }[];

export type SettingName = (typeof GROUPS)[number]['entries'][number]['name'];
