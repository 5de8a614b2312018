import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as whole from '@neondatabase/serverless';
import { expect, test } from 'vitest';
import { ROOT_FOLDER } from '../../support/source-tree.ts';

type Library = Pick<typeof whole, 'neon' | 'neonConfig' | 'NeonDbError' | 'types'>;
const light = (await import(
  pathToFileURL(join(ROOT_FOLDER, 'node_modules', '.pointmall', 'neon.mjs')).href
)) as Library;

const URL = 'postgresql://app:secret@ep-cool.eu.neon.test/pointmall';
const RESULT_OPTIONS = { arrayMode: true, fullResults: true } as const;
const PARAMETERS = [
  1,
  'two',
  null,
  true,
  new Date(0),
  Buffer.from('bytes'),
  ['a', null, 'b "c"'],
  { a: [1] },
];
/** What a column of each kind may read, as text. */
const TEXTS = ['1', 't', '2026-11-23 10:00:00.5+08', '{1,NULL,3}', '{"a b",c}', '{"a":1}', '\\x6869', '1.5'];

/** What the library sends for a query and for a batch. */
async function sentBy(library: Library) {
  const sent: unknown[] = [];
  library.neonConfig.fetchEndpoint = (host, port) => `https://${host}:${port}/sql`;
  library.neonConfig.fetchFunction = async (url: string, init: RequestInit) => {
    sent.push([url, init.method, init.headers, init.body]);
    const none = { fields: [], rows: [], command: 'SELECT' };
    return Response.json(String(init.body).startsWith('{"queries"') ? { results: [none] } : none);
  };
  const sql = library.neon(URL, RESULT_OPTIONS);
  await sql.query('select $1', PARAMETERS);
  await sql.transaction([sql.query('select 1', [])], { isolationLevel: 'Serializable' });
  return sent;
}

/** What the library makes of every text in a column of every kind. */
function readBy(library: Library) {
  const columns = Object.values(library.types.builtins).flatMap((dataTypeID) =>
    TEXTS.map((text) => ({ dataTypeID, text })),
  );
  return Promise.all(columns.map((column) => readIn(library, column)));
}

async function readIn(library: Library, { dataTypeID, text }: { dataTypeID: number; text: string }) {
  library.neonConfig.fetchFunction = async () =>
    Response.json({ fields: [{ name: 'it', dataTypeID }], rows: [[text]], command: 'SELECT' });
  const asked = library.neon(URL, RESULT_OPTIONS).query('select it');
  const value = await asked.then(
    ({ rows }) => rows,
    (thrown) => String(thrown),
  );
  return [dataTypeID, text, JSON.stringify(value)];
}

/** The failure that an answer of the database's own becomes. */
async function refused(library: Library) {
  library.neonConfig.fetchFunction = async () =>
    Response.json({ message: 'duplicate', code: '23505', constraint: 'members_pkey' }, { status: 400 });
  const failure = await library
    .neon(URL)
    .query('select 1')
    .catch((thrown) => thrown);
  return [failure instanceof library.NeonDbError, failure.message, failure.code, failure.constraint];
}

test('the database library that is uploaded asks as the whole one does', async () => {
  expect(await sentBy(light)).toEqual(await sentBy(whole));
});

test('the database library that is uploaded reads every kind of column as the whole one does', async () => {
  const read = await readBy(light);
  expect(read).toEqual(await readBy(whole));
  expect(read.length).toBeGreaterThan(400);
});

test('the database library that is uploaded tells a refusal as the whole one does', async () => {
  expect(await refused(light)).toEqual([true, 'duplicate', '23505', 'members_pkey']);
});
