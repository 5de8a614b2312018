import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconCamera, IconCrop, IconPhoto } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { RewardPicture } from './reward-picture.tsx';
import { type CutArea, PictureTooSmall, shrinkPicture } from './shrink-picture.ts';
import { usePictureUrl } from './use-picture-url.ts';

const CropDialog = lazy(() =>
  import('./crop-dialog.tsx').then(({ CropDialog: loaded }) => ({ default: loaded })),
);

type Props = { url: string | null; picture: File | null; onChange: (picture: File | null) => void };

const ACCEPTED = 'image/png,image/jpeg,image/webp';

/**
 * A photo from the phone's camera or the album, shown as the mall will cut it before it is sent: the middle
 * at first, so that a good photo needs no more, and any other square by hand.
 */
export function PictureField({ url, picture, onChange }: Props) {
  const t = useTranslations('rewards');
  const preview = usePictureUrl(picture);
  const [photo, setPhoto] = useState<File | null>(null);
  const [cutting, setCutting] = useState(false);
  const [fault, setFault] = useState<'pictureWrong' | 'pictureSmall' | null>(null);
  const take = async (file: File | null, area?: CutArea) => {
    if (file === null) return;
    setFault(null);
    await shrinkPicture(file, area).then(
      (cut) => {
        setPhoto(file);
        onChange(cut);
      },
      (error) => setFault(error instanceof PictureTooSmall ? 'pictureSmall' : 'pictureWrong'),
    );
  };
  return (
    <Group wrap="nowrap" gap="md" align="flex-start">
      <RewardPicture url={preview ?? url} side={112} />
      <Stack gap={8} align="flex-start">
        <Group gap="xs">
          <FileButton onChange={(file) => void take(file)} accept={ACCEPTED}>
            {(props) => (
              <Button variant="default" leftSection={<IconPhoto size={18} aria-hidden />} {...props}>
                {url === null && picture === null ? t('pictureAdd') : t('pictureChange')}
              </Button>
            )}
          </FileButton>
          <FileButton onChange={(file) => void take(file)} accept={ACCEPTED} capture="environment">
            {(props) => (
              <Button
                variant="default"
                hiddenFrom="sm"
                leftSection={<IconCamera size={18} aria-hidden />}
                {...props}
              >
                {t('pictureTake')}
              </Button>
            )}
          </FileButton>
          {photo && (
            <Button
              variant="default"
              leftSection={<IconCrop size={18} aria-hidden />}
              onClick={() => setCutting(true)}
            >
              {t('crop')}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t('pictureHint')}
        </Text>
        {fault && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t(fault)}
          </Text>
        )}
      </Stack>
      {cutting && photo && (
        <Suspense fallback={null}>
          <CropDialog
            photo={photo}
            onClose={() => setCutting(false)}
            onCut={(area) => {
              setCutting(false);
              void take(photo, area);
            }}
          />
        </Suspense>
      )}
    </Group>
  );
}
