import { Alert, Button, FileButton, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconFileDownload, IconFileUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { ButtonLink } from '../parts/links.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { saveTable } from '../parts/save-file.ts';
import { writeTable } from '../table-file/write-table.ts';
import { readAllToShip } from './api.ts';
import { ParcelLines } from './parcel-lines.tsx';
import { useParcelTemplate } from './parcel-template.ts';
import { type Shipment, tallyOf } from './ship-file.ts';
import { useFaultWords } from './use-fault-words.ts';
import { useShipment } from './use-shipment.ts';

/** Fifty parcels by one file: the numbers that the carrier's tool gave, each to its redemption. */
export function ShipByFilePage() {
  const t = useTranslations('redemptions');
  const state = useShipment();
  return (
    <Page title={t('file.title')} back={{ to: '/redemptions', label: t('title') }} note={t('file.note')}>
      {state.shipment === null ? (
        <PickFile state={state} />
      ) : (
        <SendFile state={state} shipment={state.shipment} />
      )}
    </Page>
  );
}

type State = ReturnType<typeof useShipment>;

function PickFile({ state }: { state: State }) {
  const t = useTranslations('redemptions');
  const download = useParcelTemplate();
  const [over, setOver] = useState(false);
  const template = useMutation({ mutationFn: async () => download(await readAllToShip()) });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void state.read(file);
  };
  return (
    <Stack>
      <Paper withBorder p="md" component="section" aria-labelledby="template">
        <Title order={2} id="template" mb={4}>
          {t('file.first')}
        </Title>
        <Text mb="sm">{t('file.firstDetail')}</Text>
        <Button
          variant="default"
          leftSection={<IconFileDownload size={18} aria-hidden />}
          loading={template.isPending}
          onClick={() => template.mutate()}
        >
          {t('file.template')}
        </Button>
        <ProblemAlert error={template.error} onRetry={() => template.mutate()} />
      </Paper>
      <Paper
        withBorder
        p="lg"
        component="section"
        aria-labelledby="upload"
        className="dropZone"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Title order={2} id="upload" mb={4}>
          {t('file.second')}
        </Title>
        <Text mb="sm">{t('file.secondDetail')}</Text>
        <FileButton
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(file) => file && void state.read(file)}
        >
          {(props) => (
            <Button
              {...props}
              leftSection={<IconFileUpload size={18} aria-hidden />}
              loading={state.busy === 'reading'}
            >
              {t('file.choose')}
            </Button>
          )}
        </FileButton>
      </Paper>
      {state.fault && (
        <Alert role="alert" color="red" variant="light" title={t(`file.faults.${state.fault}.title`)}>
          <Text c="var(--mantine-color-text)">{t(`file.faults.${state.fault}.detail`)}</Text>
        </Alert>
      )}
      <ProblemAlert error={state.error} />
    </Stack>
  );
}

function SendFile({ state, shipment }: { state: State; shipment: Shipment }) {
  const t = useTranslations('redemptions');
  const faultWords = useFaultWords();
  const { lines } = shipment;
  const tally = tallyOf(lines);
  const sent = tally.shipped + tally.already;
  const sendable = sent + tally.ready;
  const begun = tally.shipped > 0;
  const over = tally.ready === 0;
  const saveRefused = async () => {
    const header = ['line', 'number', 'carrier', 'tracking', 'fault'] as const;
    const rows = lines
      .filter(({ outcome }) => outcome === 'refused')
      .map((each) => [
        String(each.line),
        each.number,
        each.carrier,
        each.trackingNumber,
        faultWords(each.why) ?? '',
      ]);
    saveTable(
      await writeTable([header.map((name) => t(`file.columns.${name}`)), ...rows]),
      `${t('file.refusedName')}.csv`,
    );
  };
  return (
    <Stack>
      <Paper withBorder p="md" component="section" aria-label={shipment.fileName}>
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {shipment.fileName}
        </Text>
        <Text aria-live="polite" className="figures">
          {[
            tally.ready > 0 && t('file.tally.ready', { count: tally.ready }),
            tally.shipped > 0 && t('file.tally.shipped', { count: tally.shipped }),
            tally.already > 0 && t('file.tally.already', { count: tally.already }),
            tally.refused > 0 && t('file.tally.refused', { count: tally.refused }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {(begun || state.busy === 'sending') && sendable > 0 && (
          <Progress
            value={(sent / sendable) * 100}
            mt="sm"
            size="lg"
            aria-label={t('file.progress', { done: sent, count: sendable })}
          />
        )}
        <Group mt="md" gap="sm">
          {state.busy === 'sending' ? (
            <Button variant="default" onClick={state.pause}>
              {t('file.pause')}
            </Button>
          ) : (
            !over && (
              <Button onClick={() => void state.send()}>
                {t(begun ? 'file.goOn' : 'file.send', { count: tally.ready })}
              </Button>
            )
          )}
          {over && <ButtonLink to="/redemptions">{t('file.backToList')}</ButtonLink>}
          {state.busy === null && (
            <Button variant="default" onClick={state.forget}>
              {t(over ? 'file.another' : 'file.discard')}
            </Button>
          )}
          {tally.refused > 0 && (
            <Button
              variant="default"
              leftSection={<IconFileDownload size={18} aria-hidden />}
              onClick={() => void saveRefused()}
            >
              {t('file.saveRefused')}
            </Button>
          )}
        </Group>
      </Paper>
      {state.error !== null && (
        <>
          <ProblemAlert error={state.error} onRetry={() => void state.send()} />
          <Text>{t('file.stopped', { count: tally.ready })}</Text>
        </>
      )}
      <ParcelLines lines={lines} />
    </Stack>
  );
}
