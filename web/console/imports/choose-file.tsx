import { Anchor, Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { saveTable } from './save-file.ts';

/** Named by the words that the page has for them, which it then recognises. */
const EXAMPLE_COLUMNS = ['phone', 'displayName', 'points', 'expires', 'note'] as const;

/** Takes a file by a tap or a drop. */
export function ChooseFile({ onFile, pending }: { onFile: (file: File) => void; pending: boolean }) {
  const t = useTranslations('imports');
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  const example = () => {
    void saveTable(`${t('example')}.csv`, [
      EXAMPLE_COLUMNS.map((column) => t(`columns.${column}`)),
      ['13800138000', '林小满', '320', '2027-12-31', 'No. 0117'],
      ['13800138001', '周可', '1,280', '', ''],
    ]);
  };
  return (
    <Paper
      withBorder
      p="xl"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      style={{
        borderStyle: 'dashed',
        borderWidth: 2,
        ...(isOver ? { borderColor: 'var(--mantine-primary-color-filled)' } : {}),
      }}
    >
      <Stack align="center" gap="sm" ta="center">
        <IconFileUpload size={40} aria-hidden opacity={0.6} />
        <Text fw={600}>{t('drop')}</Text>
        <Group justify="center">
          <FileButton onChange={(file) => file && onFile(file)} accept=".csv,.txt,.tsv,text/csv,text/plain">
            {(props) => (
              <Button {...props} loading={pending}>
                {t('choose')}
              </Button>
            )}
          </FileButton>
        </Group>
        <Text size="sm" c="dimmed" maw={520}>
          {t('formats')}{' '}
          <Anchor component="button" type="button" onClick={example} style={{ minHeight: 44 }} inherit>
            {t('example')}
          </Anchor>
        </Text>
      </Stack>
    </Paper>
  );
}
