import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { RewardPicture } from './reward-picture.tsx';
import { PictureTooSmall, shrinkPicture } from './shrink-picture.ts';

type Props = { url: string | null; picture: File | null; onChange: (picture: File | null) => void };

/** A photo from the phone or the computer, shown as the mall will cut it before it is sent. */
export function PictureField({ url, picture, onChange }: Props) {
  const t = useTranslations('rewards');
  const [preview, setPreview] = useState<string | null>(null);
  const [fault, setFault] = useState<'pictureWrong' | 'pictureSmall' | null>(null);
  useEffect(() => {
    if (picture === null) return setPreview(null);
    const address = URL.createObjectURL(picture);
    setPreview(address);
    return () => URL.revokeObjectURL(address);
  }, [picture]);
  const choose = async (file: File | null) => {
    if (file === null) return;
    setFault(null);
    await shrinkPicture(file).then(onChange, (error) =>
      setFault(error instanceof PictureTooSmall ? 'pictureSmall' : 'pictureWrong'),
    );
  };
  return (
    <Group wrap="nowrap" gap="md">
      <RewardPicture url={preview ?? url} side={112} />
      <Stack gap={4}>
        <FileButton onChange={(file) => void choose(file)} accept="image/png,image/jpeg,image/webp">
          {(props) => (
            <Button variant="default" {...props}>
              {url === null && picture === null ? t('pictureAdd') : t('pictureChange')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t('pictureHint')}
        </Text>
        {fault && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t(fault)}
          </Text>
        )}
      </Stack>
    </Group>
  );
}
