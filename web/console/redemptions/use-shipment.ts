import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';
import { readTable } from '../table-file/read-table.ts';
import { type ParcelAnswers, REDEMPTIONS_KEY, sendParcels } from './api.ts';
import { rememberedCarrier } from './carriers.ts';
import {
  type Checked,
  columnsOf,
  linesOf,
  nextBatch,
  type ParcelLine,
  readShipment,
  type Shipment,
  withAnswers,
} from './ship-file.ts';
import { useLineWords } from './use-line-words.ts';

/** Why a file can't be taken at all. */
export type FileFault =
  | 'workbook'
  | 'empty'
  | 'too_large'
  | 'not_text'
  | 'no_number'
  | 'no_tracking'
  | 'too_many';

const LINES_MAX = 1_000;
const LOOKED_AT_ONCE = 50;

/**
 * A file of parcels on its way out: looked at whole before anything is sent, then sent a few lines at a time.
 * It is kept until all of it is out, so that a lost connection or a closed tab goes on where it stopped; a
 * batch goes out again under the key that it had.
 */
export function useShipment() {
  const t = useTranslations('redemptions');
  const { shop } = useShop();
  const { locale } = useLanguage();
  const lineWords = useLineWords();
  const client = useQueryClient();
  const storedUnder = `pointmall.console.shipment.${shop.id}`;
  const [shipment, setShipment] = useState(() => readShipment(sessionStorage.getItem(storedUnder)));
  const [fault, setFault] = useState<FileFault | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<'reading' | 'sending' | null>(null);
  const left = useRef(false);

  const keep = (next: Shipment | null) => {
    setShipment(next);
    const over = next === null || nextBatch(next).length === 0;
    if (over) sessionStorage.removeItem(storedUnder);
    else sessionStorage.setItem(storedUnder, JSON.stringify(next));
  };
  const told = (lines: readonly ParcelLine[], { rows }: ParcelAnswers) =>
    new Map(
      lines.map(({ line }, position): [number, Partial<Checked>] => {
        const row = rows[position];
        if (!row) return [line, { outcome: 'refused', why: 'busy' }];
        const { redemption } = row;
        return [
          line,
          {
            outcome: row.outcome,
            why: row.fault,
            ...(redemption && {
              who: redemption.delivery?.recipientName ?? null,
              what: redemption.lines.map(lineWords).join(t('listComma')),
            }),
          },
        ];
      }),
    );

  const look = async (lines: ParcelLine[]): Promise<Checked[]> => {
    let checked = lines.map(
      (line): Checked => ({
        ...line,
        outcome: 'refused',
        why: line.fault,
        who: null,
        what: null,
      }),
    );
    const whole = lines.filter((line) => line.fault === null);
    for (let from = 0; from < whole.length; from += LOOKED_AT_ONCE) {
      const some = whole.slice(from, from + LOOKED_AT_ONCE);
      const answers = await sendParcels({ rows: rowsOf(some), dryRun: true }, crypto.randomUUID());
      checked = withAnswers(checked, told(some, answers));
    }
    return checked;
  };

  const read = async (file: File) => {
    setBusy('reading');
    setFault(null);
    setError(null);
    try {
      const table = await readTable(await file.arrayBuffer(), { locale });
      if (!table.ok) return setFault(table.reason);
      const columns = columnsOf(table.table.header);
      if (columns.number === null) return setFault('no_number');
      if (columns.trackingNumber === null) return setFault('no_tracking');
      const lines = linesOf(table.table.rows, columns, { locale: shop.locale, usual: rememberedCarrier() });
      if (lines.length === 0) return setFault('empty');
      if (lines.length > LINES_MAX) return setFault('too_many');
      keep({ fileName: file.name, key: crypto.randomUUID(), lines: await look(lines) });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(null);
    }
  };

  const send = async () => {
    if (shipment === null) return;
    setBusy('sending');
    setError(null);
    left.current = false;
    let current = shipment;
    try {
      for (let batch = nextBatch(current); batch.length > 0 && !left.current; batch = nextBatch(current)) {
        const key = `${current.key}-${batch[0]?.line}`;
        const answers = await sendParcels({ rows: rowsOf(batch), dryRun: false }, key);
        current = { ...current, lines: withAnswers(current.lines, told(batch, answers)) };
        keep(current);
      }
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(null);
      void client.invalidateQueries({ queryKey: REDEMPTIONS_KEY });
      void client.invalidateQueries({ queryKey: ['home'] });
    }
  };

  return {
    shipment,
    fault,
    error,
    busy,
    read,
    send,
    /** Nothing more goes out once the batch under way has its answer. */
    pause: () => {
      left.current = true;
    },
    forget: () => keep(null),
  };
}

const rowsOf = (lines: readonly ParcelLine[]) =>
  lines.map(({ number, carrier, trackingNumber }) => ({ number, carrier, trackingNumber }));
