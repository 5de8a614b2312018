import { createHash } from 'node:crypto';
import type { CheckedRow, MemberImportAnswer } from '../../src/features/imports/file-schemas.ts';
import type { Visitor } from '../demo/visitor.ts';
import type { TrialRow } from './list-of.ts';

const ROWS_PER_CALL = 500;
const READING = { dateOrder: null, knownMembers: 'add' };

type Audited = { accounts: number; entries: number; findings: number };

type Trial = {
  owner: Visitor;
  name: string;
  rows: readonly TrialRow[];
  /** What of the shop's books was looked at, and how much was found wrong. */
  audit(): Promise<Audited>;
  say(line: string): void;
};

/** Tries, brings in, takes back; whether the books were clean both times. */
export async function trialOf({ owner, name, rows, audit, say }: Trial): Promise<boolean> {
  const timed = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
    const startedMs = performance.now();
    const value = await work();
    const seconds = (performance.now() - startedMs) / 1_000;
    say(`${what}: ${seconds.toFixed(1)} s`);
    return value;
  };
  const checked = await timed(`tried ${rows.length} rows`, () => check(owner, rows));
  const wrong = checked.filter(({ outcome }) => outcome === 'refused').length;
  say(`  ${checked.length - wrong} good, ${wrong} wrong`);
  const id = await timed('handed over', () => begin(owner, name, rows));
  const list = await timed('brought in', () => toTheEnd(owner, id));
  say(`  ${JSON.stringify(list.figures)}`);
  const before = await timed('audit', audit);
  say(`  ${JSON.stringify(before)}`);
  await owner.ask(`/api/imports/${id}/undo`, { method: 'POST', key: `${name}-undo` });
  const undone = await timed('taken back', () => toTheEnd(owner, id));
  say(`  ${JSON.stringify(undone.figures)}`);
  const after = await timed('audit', audit);
  say(`  ${JSON.stringify(after)}`);
  const { takenRows, refusedRows } = list.figures;
  const isWhole =
    takenRows + refusedRows === rows.length && undone.figures.takenPoints === list.figures.points;
  say(
    isWhole ? 'Every row came in or was refused, and every point went back.' : 'The figures do not add up.',
  );
  const isAudited = [before, after].every(
    ({ accounts, findings }) => accounts === list.figures.newMembers && findings === 0,
  );
  return isWhole && isAudited;
}

async function check(owner: Visitor, rows: readonly TrialRow[]): Promise<CheckedRow[]> {
  const checked: CheckedRow[] = [];
  for (const call of callsOf(rows)) {
    const json = { ...READING, rows: call };
    const answer = await owner.ask<{ rows: CheckedRow[] }>('/api/imports/check', {
      json,
      key: crypto.randomUUID(),
    });
    checked.push(...answer.rows);
  }
  return checked;
}

async function begin(owner: Visitor, name: string, rows: readonly TrialRow[]): Promise<string> {
  const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  const json = { name: `${name}.csv`, digest, rowsTotal: rows.length, ...READING, expiry: 'programme' };
  const { id } = await owner.ask<MemberImportAnswer>('/api/imports', { json, key: `${name}-list` });
  for (const call of callsOf(rows))
    await owner.ask(`/api/imports/${id}/rows`, {
      method: 'PUT',
      json: { rows: call },
      key: crypto.randomUUID(),
    });
  await owner.ask(`/api/imports/${id}/start`, { method: 'POST', key: `${name}-start` });
  return id;
}

async function toTheEnd(owner: Visitor, id: string): Promise<MemberImportAnswer> {
  for (;;) {
    const path = `/api/imports/${id}/steps`;
    const list = await owner.ask<MemberImportAnswer>(path, { method: 'POST', key: crypto.randomUUID() });
    if (list.state === 'done' || list.state === 'reversed') return list;
  }
}

function callsOf(rows: readonly TrialRow[]): TrialRow[][] {
  const calls = Math.ceil(rows.length / ROWS_PER_CALL);
  return Array.from({ length: calls }, (_, call) =>
    rows.slice(call * ROWS_PER_CALL, (call + 1) * ROWS_PER_CALL),
  );
}
