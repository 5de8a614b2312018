import { Button, Modal, Stack, Text } from '@mantine/core';
import { IconBulb, IconBulbOff } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { hasTorch, setTorch } from './camera.ts';
import './scan.css';
import { useScanner } from './use-scanner.ts';

type Props = { title: string; onClose: () => void; onScan: (text: string) => void };

/** The camera over the whole screen until it has seen a code. */
export default function ScanSheet({ title, onClose, onScan }: Props) {
  const t = useTranslations('scan');
  const common = useTranslations('common');
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      title={title}
      closeButtonProps={{ 'aria-label': common('close') }}
      classNames={{ content: 'scanContent', header: 'scanHeader', body: 'scanBody' }}
    >
      <Finder onScan={onScan} />
      <Button variant="white" color="dark" size="lg" onClick={onClose}>
        {t('typeInstead')}
      </Button>
    </Modal>
  );
}

function Finder({ onScan }: { onScan: (text: string) => void }) {
  const t = useTranslations('scan');
  const problems = useTranslations('problems');
  const video = useRef<HTMLVideoElement>(null);
  const { fault, stream, retry } = useScanner(video, onScan);
  const [light, setLight] = useState(false);
  if (fault !== null) {
    return (
      <Stack className="scanFault" role="alert" align="center" ta="center">
        <Text fw={700} fz="lg" c="white">
          {t(`fault.${fault}.title`)}
        </Text>
        <Text c="white">{t(`fault.${fault}.detail`)}</Text>
        {fault !== 'unsupported' && (
          <Button variant="white" color="dark" onClick={retry}>
            {problems('retry')}
          </Button>
        )}
      </Stack>
    );
  }
  return (
    <>
      <div className="scanFinder">
        <video ref={video} muted playsInline aria-label={t('camera')} />
        <span className="scanFrame" aria-hidden />
        {stream && hasTorch(stream) && (
          <Button
            className="scanLight"
            variant="white"
            color="dark"
            leftSection={light ? <IconBulbOff size={20} aria-hidden /> : <IconBulb size={20} aria-hidden />}
            onClick={() => void setTorch(stream, !light).then(() => setLight(!light))}
          >
            {t(light ? 'lightOff' : 'lightOn')}
          </Button>
        )}
      </div>
      <Text ta="center" c="white" role="status">
        {t('hint')}
      </Text>
    </>
  );
}
