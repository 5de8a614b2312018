import { Button, type ButtonProps } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useBackCloses } from '../parts/use-back-steps.tsx';

/** The camera and its reader load with the first tap. */
const ScanSheet = lazy(() => import('./scan-sheet.tsx'));

type Props = ButtonProps & {
  onScan: (text: string) => void;
  /** What is to be held before the camera; "Scan" where this is left out. */
  label?: string;
};

/** Opens the camera; the text of the code that it sees is handed on. */
export function ScanButton({ onScan, label, ...rest }: Props) {
  const t = useTranslations('scan');
  const [opened, setOpened] = useState(false);
  useBackCloses(opened, () => setOpened(false));
  const words = label ?? t('scan');
  return (
    <>
      <Button
        size="lg"
        variant="filled"
        leftSection={<IconQrcode size={24} aria-hidden />}
        {...rest}
        onClick={() => setOpened(true)}
      >
        {words}
      </Button>
      {opened && (
        <Suspense>
          <ScanSheet
            title={words}
            onClose={() => setOpened(false)}
            onScan={(text) => {
              setOpened(false);
              onScan(text);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
