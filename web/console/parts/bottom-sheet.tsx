import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import './bottom-sheet.css';

type Props = { opened: boolean; onClose: () => void; title: ReactNode; children: ReactNode };

/** Comes up from below as high as what it holds: a thumb reaches it, and the screen behind stays in sight. */
export function BottomSheet({ opened, onClose, title, children }: Props) {
  const t = useTranslations('common');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{
        content: 'bottomSheet',
        header: 'bottomSheetLine',
        body: 'bottomSheetLine',
        title: 'bottomSheetTitle',
      }}
    >
      {children}
    </Drawer>
  );
}
