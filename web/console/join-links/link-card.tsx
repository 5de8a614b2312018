import { Badge, Button, CopyButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArchive, IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { qrPath } from '../../shared/qr-path.ts';
import { ButtonLink } from '../parts/links.tsx';
import { saveFile } from '../parts/save-file.ts';
import type { JoinLink } from './api.ts';
import { codePng } from './code-png.ts';
import { Funnel } from './funnel.tsx';

type Props = { link: JoinLink; onArchive: (link: JoinLink) => void };

/** One link: its code, what it has led to, and the ways to hand it out. */
export function LinkCard({ link, onArchive }: Props) {
  const t = useTranslations('joinLinks');
  const save = useMutation({
    mutationFn: async () =>
      saveFile(await codePng(link.url), `${link.name.replace(/[\\/:*?"<>|]+/g, ' ')}.png`),
  });
  return (
    <Paper withBorder p="md" component="li">
      <Group align="flex-start" gap="md" wrap="nowrap">
        <Code url={link.url} label={t('codeOf', { name: link.name })} />
        <Stack gap="xs" style={{ minWidth: 0, flex: 1 }}>
          <Group gap="xs">
            <Title order={2} fz="md" style={{ overflowWrap: 'anywhere' }}>
              {link.name}
            </Title>
            {link.archivedAt !== null && <Badge color="gray">{t('archived')}</Badge>}
          </Group>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {link.url.replace(/^https?:\/\//, '')}
          </Text>
        </Stack>
      </Group>
      <Funnel {...link} />
      <Group gap="xs" mt="md">
        <CopyButton value={link.url} timeout={2000}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('saveCode')}
        </Button>
        <ButtonLink
          to="/poster"
          search={{ link: link.id }}
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
        >
          {t('printOnSheet')}
        </ButtonLink>
        {link.archivedAt === null && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconArchive size={18} aria-hidden />}
            onClick={() => onArchive(link)}
          >
            {t('archive')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

function Code({ url, label }: { url: string; label: string }) {
  const { size, path } = useMemo(() => qrPath(url), [url]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      style={{ width: 96, height: 96, flexShrink: 0, background: '#ffffff', borderRadius: 8 }}
    >
      <path d={path} fill="#111111" />
    </svg>
  );
}
