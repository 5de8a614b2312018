import { Button, FileButton, Group, Loader, Stack, Text } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { problemOf } from '../api/problem.ts';
import { useSubmission } from '../api/use-submission.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { pictureAddress, storePicture } from './api.ts';
import { fitPicture } from './fit-picture.ts';

type Props = {
  /** What it is, for who can't see it. */
  name: string;
  pictureKey: string | null;
  sidePixelsMax: number;
  /** How it is shown here: as wide as the field, or a square beside its buttons. */
  shape: 'wide' | 'square';
  onChange: (pictureKey: string | null) => void;
};

/** One picture of the design: chosen, made as small as it is shown, stored, and named by its key. */
export function PicturePart({ name, pictureKey, sidePixelsMax, shape, onChange }: Props) {
  const t = useTranslations('design');
  const [unreadable, setUnreadable] = useState(false);
  const store = useSubmission({
    send: storePicture,
    onSuccess: (stored) => onChange(stored.pictureKey),
  });
  const choose = async (file: File | null) => {
    if (file === null) return;
    setUnreadable(false);
    store.reset();
    await fitPicture(file, sidePixelsMax).then(store.mutate, () => setUnreadable(true));
  };
  const refused =
    store.isError && ['invalid-input', 'payload-too-large'].includes(problemOf(store.error).code);
  const address = pictureAddress(pictureKey);
  return (
    <Stack gap="xs">
      <div className="designPicture" data-shape={shape}>
        <div className="designPictureFrame">
          {store.isPending ? (
            <Loader size="sm" aria-label={t('pictureUploading')} />
          ) : address ? (
            <img src={address} alt={name} />
          ) : (
            <IconPhoto size={28} aria-label={t('pictureNone')} />
          )}
        </div>
        <Group gap="xs">
          <FileButton
            onChange={(file) => void choose(file)}
            accept="image/png,image/jpeg,image/webp,image/svg+xml"
            inputProps={{ 'aria-label': name }}
          >
            {(props) => (
              <Button variant="default" disabled={store.isPending} {...props}>
                {address ? t('pictureChange') : t('pictureAdd')}
              </Button>
            )}
          </FileButton>
          {address && (
            <Button variant="subtle" color="gray" onClick={() => onChange(null)}>
              {t('pictureRemove')}
            </Button>
          )}
        </Group>
      </div>
      {(unreadable || refused) && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t(unreadable ? 'pictureUnreadable' : 'pictureRefused')}
        </Text>
      )}
      {store.isError && !refused && <ProblemAlert error={store.error} />}
    </Stack>
  );
}
