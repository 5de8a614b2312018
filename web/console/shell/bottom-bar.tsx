import { NavLink, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconLogout, IconUser } from '@tabler/icons-react';
import { Link, useMatchRoute } from '@tanstack/react-router';
import { useTranslations } from 'use-intl/react';
import { LanguageSelect } from '../locale/language-select.tsx';
import { BottomSheet } from '../parts/bottom-sheet.tsx';
import { signOut, useShop } from '../session/session.ts';
import { SectionGroups } from './section-groups.tsx';
import { sectionsFor } from './sections.ts';

/** The daily sections at the thumb; the rest behind More. */
export function BottomBar() {
  const t = useTranslations('shell');
  const { me } = useShop();
  const matches = useMatchRoute();
  const [opened, { open, close }] = useDisclosure(false);
  const sections = sectionsFor(me.role ?? 'clerk');
  return (
    <nav className="bottomBar" aria-label={t('sections')}>
      {sections
        .filter((section) => section.phone === 'bar')
        .map(({ name, to, icon: Icon }) => {
          const active = matches({ to, fuzzy: to !== '/' }) !== false;
          return (
            <Link
              key={name}
              to={to}
              className="bottomBarItem"
              data-active={active}
              aria-current={active ? 'page' : undefined}
            >
              <Icon size={24} aria-hidden />
              {t(name)}
            </Link>
          );
        })}
      <button
        type="button"
        className="bottomBarItem"
        onClick={open}
        aria-haspopup="dialog"
        data-active={sections.some(
          ({ phone, to }) => phone === 'more' && matches({ to, fuzzy: true }) !== false,
        )}
      >
        <IconDots size={24} aria-hidden />
        {t('more')}
      </button>
      <BottomSheet opened={opened} onClose={close} title={t('more')}>
        <Stack gap="xs" pb="md">
          <SectionGroups sections={sections.filter((section) => section.phone === 'more')}>
            {({ name, to, icon: Icon }) => (
              <NavLink
                key={name}
                component={Link}
                to={to}
                onClick={close}
                label={t(name)}
                leftSection={<Icon size={22} aria-hidden />}
              />
            )}
          </SectionGroups>
          {me.role === 'clerk' && (
            <NavLink
              component={Link}
              to="/settings/you"
              onClick={close}
              label={t('you')}
              leftSection={<IconUser size={22} aria-hidden />}
            />
          )}
          <LanguageSelect />
          <Text size="sm" c="dimmed" truncate>
            {me.user.email ?? me.user.name}
          </Text>
          <NavLink
            component="button"
            label={t('signOut')}
            leftSection={<IconLogout size={22} aria-hidden />}
            onClick={() => void signOut()}
          />
        </Stack>
      </BottomSheet>
    </nav>
  );
}
