import { Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconShare } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import { qrPath } from '../../shared/qr-path.ts';
import { useFormat } from '../session/use-format.ts';
import type { ShownLink } from './api.ts';

/** A clerk's link to be scanned, sent or copied. */
export function ClerkLinkSheet({
  link,
  shopName,
  onClose,
}: {
  link: ShownLink | null;
  shopName: string;
  onClose: () => void;
}) {
  const t = useTranslations('staff');
  const common = useTranslations('common');
  return (
    <Modal
      opened={link !== null}
      onClose={onClose}
      title={link?.forName ? t('newPinOf', { name: isolated(link.forName) }) : t('addClerk')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {link && <Sheet link={link} shopName={shopName} />}
    </Modal>
  );
}

function Sheet({ link: { url, expiresAt, forName }, shopName }: { link: ShownLink; shopName: string }) {
  const t = useTranslations('staff');
  const format = useFormat();
  const { size, path } = useMemo(() => qrPath(url), [url]);
  const share = { title: t('shareTitle', { shop: shopName }), url };
  return (
    <Stack align="center">
      <Text>{forName ? t('newPinHow') : t('addClerkHow')}</Text>
      <svg
        role="img"
        aria-label={t('linkCode')}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        style={{ width: 'min(260px, 70vw)', background: '#ffffff', borderRadius: 12 }}
      >
        <path d={path} fill="#111111" />
      </svg>
      <Text size="sm" c="dimmed" ta="center">
        {t('linkOnce', { time: format.dateTime(Date.parse(expiresAt), Date.now()) })}
      </Text>
      <Group justify="center">
        <CopyButton value={url} timeout={2000}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
            >
              {copied ? t('linkCopied') : t('copyLink')}
            </Button>
          )}
        </CopyButton>
        {typeof navigator.share === 'function' && (
          <Button
            leftSection={<IconShare size={18} aria-hidden />}
            onClick={() => void navigator.share(share).catch(() => undefined)}
          >
            {t('sendLink')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
