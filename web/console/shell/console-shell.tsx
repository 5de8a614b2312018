import { Anchor, AppShell, Box, Divider, Group, NavLink, Stack, Text } from '@mantine/core';
import { IconExternalLink, IconLogout, IconUser } from '@tabler/icons-react';
import { Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl/react';
import { LockButton } from '../clerk/lock-button.tsx';
import { LanguageSelect } from '../locale/language-select.tsx';
import { OwnWords } from '../locale/own-words.tsx';
import { AnchorLink } from '../parts/links.tsx';
import { SearchButton } from '../search/search-button.tsx';
import { mallHref } from '../session/hosts.ts';
import { signOut, useShop } from '../session/session.ts';
import { SignInAgain } from '../session/sign-in-again.tsx';
import { UnpublishedBar } from '../unpublished/unpublished-bar.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { ClosingBar } from './closing-bar.tsx';
import { SectionGroups } from './section-groups.tsx';
import { sectionsFor } from './sections.ts';

/** Of clerks' devices alone: nobody else loads it. */
const LockScreen = lazy(async () => ({ default: (await import('../clerk/lock-screen.tsx')).LockScreen }));

/** The frame around every screen of a shop: sections at the side, on a phone at the thumb. */
export function ConsoleShell() {
  return (
    <OwnWords>
      <Frame />
    </OwnWords>
  );
}

function Frame() {
  const t = useTranslations('shell');
  const { me, shop } = useShop();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: true } }}
      footer={{ height: { base: 'calc(60px + env(safe-area-inset-bottom))', sm: 0 } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <a className="skipLink" href="#content">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <AnchorLink to="/" className="shopName" underline="never" c="inherit" fw={650} truncate>
            {shop.name}
          </AnchorLink>
          <Group gap="xs" wrap="nowrap">
            {me.role !== 'clerk' && <SearchButton />}
            {me.device === null ? <MallLink /> : <LockButton name={me.user.name} />}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" visibleFrom="sm" aria-label={t('sections')}>
        <SideSections />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} style={{ outline: 'none' }}>
        <ClosingBar />
        {me.role !== 'clerk' && <UnpublishedBar />}
        <Outlet />
      </AppShell.Main>
      {me.device === null ? (
        <SignInAgain />
      ) : (
        <Suspense fallback={null}>
          <LockScreen />
        </Suspense>
      )}
      <AppShell.Footer hiddenFrom="sm" style={{ paddingBottom: 'env(safe-area-inset-bottom)' }}>
        <BottomBar />
      </AppShell.Footer>
    </AppShell>
  );
}

/** To the mall as members see it, or will once it is open. */
export function MallLink() {
  const t = useTranslations('shell');
  const { me, shop } = useShop();
  if (me.mallUrl === null) return null;
  return (
    <Anchor
      href={mallHref(shop)}
      target="_blank"
      rel="noreferrer"
      underline="hover"
      display="inline-flex"
      style={{ alignItems: 'center', gap: 6, minHeight: 44, whiteSpace: 'nowrap' }}
    >
      {shop.state === 'open' ? t('mallOpen') : t('mallPreview')}
      <IconExternalLink size={18} aria-hidden />
    </Anchor>
  );
}

function SideSections() {
  const t = useTranslations('shell');
  const { me } = useShop();
  const matches = useMatchRoute();
  return (
    <Stack justify="space-between" h="100%">
      <Box>
        <SectionGroups sections={sectionsFor(me.role ?? 'clerk')}>
          {({ name, to, icon: Icon }) => (
            <NavLink
              key={name}
              component={Link}
              to={to}
              label={t(name)}
              leftSection={<Icon size={20} aria-hidden />}
              active={matches({ to, fuzzy: to !== '/' }) !== false}
              aria-current={matches({ to, fuzzy: to !== '/' }) !== false ? 'page' : undefined}
              variant="filled"
              style={{ borderRadius: 8 }}
            />
          )}
        </SectionGroups>
      </Box>
      <Stack gap="xs">
        <Divider />
        <Text size="sm" c="dimmed" truncate>
          {me.user.email ?? me.user.name}
        </Text>
        {me.role === 'clerk' && (
          <NavLink
            component={Link}
            to="/settings/you"
            label={t('you')}
            leftSection={<IconUser size={20} aria-hidden />}
          />
        )}
        <LanguageSelect />
        <NavLink
          component="button"
          label={t('signOut')}
          leftSection={<IconLogout size={20} aria-hidden />}
          onClick={() => void signOut()}
        />
      </Stack>
    </Stack>
  );
}
