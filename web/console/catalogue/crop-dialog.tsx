import { Button, Group, Modal, Slider, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import Cropper, { type Area } from 'react-easy-crop';
import { useTranslations } from 'use-intl/react';
import { usePictureUrl } from './use-picture-url.ts';

type Props = { photo: File; onClose: () => void; onCut: (area: Area) => void };

/** A photo moved and enlarged under a square frame, with one finger or two, the arrows or the slider. */
export function CropDialog({ photo, onClose, onCut }: Props) {
  const t = useTranslations('rewards');
  const common = useTranslations('common');
  const url = usePictureUrl(photo);
  const [crop, setCrop] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [area, setArea] = useState<Area | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('cropTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <div
          style={{ position: 'relative', height: 'min(60vh, 360px)', borderRadius: 8, overflow: 'hidden' }}
        >
          {url && (
            <Cropper
              image={url}
              crop={crop}
              zoom={zoom}
              aspect={1}
              maxZoom={4}
              onCropChange={setCrop}
              onZoomChange={setZoom}
              onCropComplete={(_shares, pixels) => setArea(pixels)}
            />
          )}
        </div>
        <Text size="sm" id="crop-zoom">
          {t('cropZoom')}
        </Text>
        <Slider
          min={1}
          max={4}
          step={0.01}
          label={null}
          size="lg"
          thumbSize={28}
          value={zoom}
          onChange={setZoom}
          aria-labelledby="crop-zoom"
          thumbLabel={t('cropZoom')}
        />
        <Group>
          <Button disabled={area === null} onClick={() => area && onCut(area)}>
            {t('cropUse')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common('back')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
