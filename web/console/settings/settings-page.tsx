import { Group, Paper, Stack, Text } from '@mantine/core';
import {
  IconAppWindow,
  IconBuildingStore,
  IconCashRegister,
  IconChevronRight,
  IconCreditCard,
  IconDownload,
  IconFileZip,
  IconForms,
  IconHistory,
  IconKey,
  IconMail,
  type IconProps,
  IconUserCircle,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl/react';
import { Page } from '../parts/page.tsx';
import { useShop } from '../session/session.ts';

const PAGES = [
  { name: 'you', to: '/settings/you', icon: IconUserCircle, ownerOnly: false },
  { name: 'shop', to: '/settings/shop', icon: IconBuildingStore, ownerOnly: false },
  { name: 'staff', to: '/settings/staff', icon: IconUsersGroup, ownerOnly: false },
  { name: 'counter', to: '/settings/counter', icon: IconCashRegister, ownerOnly: false },
  { name: 'profileForm', to: '/settings/member-questions', icon: IconForms, ownerOnly: false },
  { name: 'payments', to: '/settings/payments', icon: IconCreditCard, ownerOnly: false },
  { name: 'apiKeys', to: '/settings/api-keys', icon: IconKey, ownerOnly: true },
  { name: 'widget', to: '/settings/widget', icon: IconAppWindow, ownerOnly: false },
  { name: 'notices', to: '/settings/notices', icon: IconMail, ownerOnly: false },
  { name: 'auditLog', to: '/settings/audit-log', icon: IconHistory, ownerOnly: false },
] as const;

/** The doors to everything that is set once. */
export function SettingsPage() {
  const t = useTranslations('settings');
  const { me } = useShop();
  return (
    <Page title={t('title')}>
      <Stack gap="sm">
        {PAGES.filter(({ ownerOnly }) => !ownerOnly || me.role === 'owner').map(({ name, to, icon }) => (
          <Paper key={name} withBorder style={{ overflow: 'hidden' }}>
            <Link to={to} className="rowLink">
              <Door name={name} icon={icon} leads={IconChevronRight} />
            </Link>
          </Paper>
        ))}
        {me.role === 'owner' && (
          <Paper withBorder style={{ overflow: 'hidden' }}>
            <a href="/api/export" download className="rowLink">
              <Door name="exportAll" icon={IconFileZip} leads={IconDownload} />
            </a>
          </Paper>
        )}
      </Stack>
    </Page>
  );
}

type DoorProps = {
  name: (typeof PAGES)[number]['name'] | 'exportAll';
  icon: ComponentType<IconProps>;
  leads: ComponentType<IconProps>;
};

/** What a row says, between what it is about and what a press does. */
function Door({ name, icon: Icon, leads: Leads }: DoorProps) {
  const t = useTranslations('settings');
  return (
    <Group wrap="nowrap" p="md">
      <Icon size={24} aria-hidden />
      <Stack gap={0} style={{ flex: 1 }}>
        <Text fw={600}>{t(`${name}.title`)}</Text>
        <Text size="sm" c="dimmed">
          {t(`${name}.what`)}
        </Text>
      </Stack>
      <Leads size={20} aria-hidden />
    </Group>
  );
}
