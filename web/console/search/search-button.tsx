import { ActionIcon, Button, Kbd } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl/react';

const load = () => import('./search-dialog.tsx');
const SearchDialog = lazy(() => load().then((loaded) => ({ default: loaded.SearchDialog })));

/** The way to anything by its name: a field in the header, a magnifier on a phone, ⌘K or Ctrl K anywhere. */
export function SearchButton() {
  const t = useTranslations('search');
  const [opened, { open, close }] = useDisclosure(false);
  const [wanted, want] = useDisclosure(false);
  const show = () => {
    want.open();
    open();
  };
  useHotkeys([['mod+K', show]], []);
  const near = { onPointerEnter: () => void load(), onFocus: () => void load() };
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        hiddenFrom="sm"
        aria-label={t('title')}
        onClick={show}
        {...near}
      >
        <IconSearch size={22} aria-hidden />
      </ActionIcon>
      <Button
        variant="default"
        size="sm"
        visibleFrom="sm"
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={<Kbd>{isMac() ? '⌘K' : 'Ctrl K'}</Kbd>}
        onClick={show}
        {...near}
      >
        {t('open')}
      </Button>
      {wanted && (
        <Suspense>
          <SearchDialog opened={opened} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
