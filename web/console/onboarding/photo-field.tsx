import { Text } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { shrinkPicture } from '../catalogue/shrink-picture.ts';

type Props = { label: string; picture: File | null; onChange: (picture: File) => void };

/** A square that opens the phone's camera, and then shows what was taken as the mall will cut it. */
export function PhotoField({ label, picture, onChange }: Props) {
  const rewards = useTranslations('rewards');
  const [shown, setShown] = useState<string | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => {
    if (picture === null) return setShown(null);
    const address = URL.createObjectURL(picture);
    setShown(address);
    return () => URL.revokeObjectURL(address);
  }, [picture]);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setUnreadable(false);
    await shrinkPicture(file).then(onChange, () => setUnreadable(true));
  };
  return (
    <div>
      <label className="startPhoto">
        <input
          type="file"
          accept="image/png,image/jpeg,image/webp"
          capture="environment"
          onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
        />
        {shown ? <img src={shown} alt="" /> : <IconCamera size={36} aria-hidden />}
        <span>{label}</span>
      </label>
      {unreadable && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {rewards('pictureWrong')}
        </Text>
      )}
    </div>
  );
}
