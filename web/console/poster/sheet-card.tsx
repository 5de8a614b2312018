import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { saveFile } from '../parts/save-file.ts';
import { noteSheetSaved } from './api.ts';
import { drawSheet } from './draw/draw-sheet.ts';
import { SHEET_PAPERS, type SheetContent, sheetFileName } from './model.ts';
import { sheetPdf, sheetPng } from './save-sheet.ts';

type Props = { content: SheetContent; logo: HTMLImageElement | null };

/** Wide enough for sharp lines on a phone's screen, a third of what is printed. */
const PREVIEW_PIXELS_WIDE = 840;

/** One sheet as it will be printed, and the two files of it. */
export function SheetCard({ content, logo }: Props) {
  const t = useTranslations('poster');
  const title = t(`sheet.${content.sheet}`);
  const save = useMutation({
    async mutationFn(kind: 'png' | 'pdf') {
      const blob = await (kind === 'png' ? sheetPng(content, logo) : sheetPdf(content, logo));
      saveFile(blob, sheetFileName(content.shopName, title, kind));
      // The file is there: whether that could be noted changes nothing for whoever prints it.
      await noteSheetSaved().catch(() => undefined);
    },
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={`sheet-${content.sheet}`}>
      <Stack>
        <div>
          <Title order={2} id={`sheet-${content.sheet}`}>
            {title}
          </Title>
          <Text c="dimmed">{t(`use.${content.sheet}`)}</Text>
        </div>
        <Preview content={content} logo={logo} label={t('previewOf', { sheet: title })} />
        <Group gap="sm">
          <Button
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
            loading={save.isPending && save.variables === 'pdf'}
            onClick={() => save.mutate('pdf')}
          >
            {t('savePdf')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPhoto size={18} aria-hidden />}
            loading={save.isPending && save.variables === 'png'}
            onClick={() => save.mutate('png')}
          >
            {t('savePng')}
          </Button>
        </Group>
        {save.isError && <ProblemAlert error={save.error} />}
      </Stack>
    </Paper>
  );
}

function Preview({ content, logo, label }: Props & { label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { widthMm, heightMm } = SHEET_PAPERS[content.sheet];
  useEffect(() => {
    if (canvas.current) drawSheet(canvas.current, content, logo);
  }, [content, logo]);
  return (
    <canvas
      ref={canvas}
      className="sheetPreview"
      data-sheet={content.sheet}
      role="img"
      aria-label={label}
      width={PREVIEW_PIXELS_WIDE}
      height={Math.round((PREVIEW_PIXELS_WIDE * heightMm) / widthMm)}
    />
  );
}
