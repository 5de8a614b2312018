import type { Locale } from '../../../src/domain/locale.ts';
import { readNumber } from '../../../src/domain/redemption/redemption-number.ts';
import { carrierOf } from './carriers.ts';

/** Which column of a file says what; null where none does. */
export type ParcelColumns = { number: number | null; trackingNumber: number | null; carrier: number | null };

/** A line of a file of parcels, and what is wrong with it before anybody is asked. */
export type ParcelLine = {
  /** Where it stands in the file; the header is line 1. */
  line: number;
  number: string;
  carrier: string;
  trackingNumber: string;
  fault: 'number' | 'tracking' | 'mangled' | 'carrier' | null;
};

const NAMES: Record<keyof ParcelColumns, readonly RegExp[]> = {
  trackingNumber: [
    /快[递遞].*[单單][号號]|[运運][单單]|物流.*[单單][号號]|出貨.*[单單][号號]|追[蹤踪]|tracking|waybill/i,
  ],
  carrier: [/快[递遞]公司|物流公司|承[运運]|貨運|carrier|courier|快[递遞]$|物流$/i],
  number: [
    /[兑兌][换換][单單]/,
    /^[订訂][单單]([编編])?[号號]$|^(redemption|order)\b/i,
    /[单單][号號]|^(no\.?|number)$/i,
  ],
};

/** The columns of a file by what stands above them, in the words of the template and of carriers' tools. */
export function columnsOf(header: readonly string[]): ParcelColumns {
  const taken = new Set<number>();
  const find = (names: readonly RegExp[]): number | null => {
    for (const name of names) {
      const column = header.findIndex((text, place) => !taken.has(place) && name.test(text.trim()));
      if (column >= 0) {
        taken.add(column);
        return column;
      }
    }
    return null;
  };
  const trackingNumber = find(NAMES.trackingNumber);
  const carrier = find(NAMES.carrier);
  return { number: find(NAMES.number), trackingNumber, carrier };
}

/** A spreadsheet turns a long number into one with an exponent, and its last digits are gone. */
const MANGLED = /^\d(\.\d+)?E\+?\d+$/i;

/**
 * The lines of a file that name a parcel. A line without a tracking number is one that is not packed yet:
 * it is left out, as the template leaves them. `usual` is the carrier of numbers that tell none.
 */
export function linesOf(
  rows: readonly { line: number; cells: readonly string[] }[],
  columns: ParcelColumns,
  { locale, usual }: { locale: Locale; usual: string },
): ParcelLine[] {
  const cell = (cells: readonly string[], column: number | null) =>
    column === null ? '' : (cells[column] ?? '').trim();
  return rows.flatMap(({ line, cells }) => {
    const trackingNumber = cell(cells, columns.trackingNumber);
    if (trackingNumber === '') return [];
    const number = cell(cells, columns.number);
    const carrier = cell(cells, columns.carrier) || (carrierOf(trackingNumber, locale) ?? usual);
    return [{ line, number, carrier, trackingNumber, fault: faultOf({ number, carrier, trackingNumber }) }];
  });
}

function faultOf({
  number,
  carrier,
  trackingNumber,
}: Omit<ParcelLine, 'line' | 'fault'>): ParcelLine['fault'] {
  if (readNumber(number) === null) return MANGLED.test(number) ? 'mangled' : 'number';
  if (MANGLED.test(trackingNumber)) return 'mangled';
  if (trackingNumber.length > 64) return 'tracking';
  return carrier === '' || carrier.length > 60 ? 'carrier' : null;
}

/** What was found out about a line: by itself, by looking, or by sending. */
export type Outcome = 'ready' | 'shipped' | 'already' | 'refused';
export type Checked = ParcelLine & {
  outcome: Outcome;
  /** Why it is refused: the line's own fault, or the server's. */
  why: string | null;
  /** Whose it is, once the server has said. */
  who: string | null;
  what: string | null;
};

/** A file on its way out, as it is kept in the browser until all of it is sent. */
export type Shipment = { fileName: string; key: string; lines: Checked[] };

export const BATCH_LINES = 10;

/** The lines that the next request sends; empty: nothing is left to do. */
export function nextBatch({ lines }: Pick<Shipment, 'lines'>): Checked[] {
  return lines.filter(({ outcome }) => outcome === 'ready').slice(0, BATCH_LINES);
}

/** How many lines stand how. */
export function tallyOf(lines: readonly Pick<Checked, 'outcome'>[]): Record<Outcome, number> {
  const tally = { ready: 0, shipped: 0, already: 0, refused: 0 };
  for (const { outcome } of lines) tally[outcome] += 1;
  return tally;
}

/** The lines with what the server said of some of them, found by their place in the file. */
export function withAnswers(
  lines: readonly Checked[],
  answers: ReadonlyMap<number, Partial<Checked>>,
): Checked[] {
  return lines.map((each) => ({ ...each, ...answers.get(each.line) }));
}

/** What was kept of a file that was not sent to its end; null where nothing usable was. */
export function readShipment(kept: string | null): Shipment | null {
  if (kept === null) return null;
  try {
    const shipment = JSON.parse(kept) as Shipment;
    return Array.isArray(shipment.lines) && shipment.lines.length > 0 ? shipment : null;
  } catch {
    return null;
  }
}
