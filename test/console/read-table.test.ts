import { describe, expect, test } from 'vitest';
import { readTable } from '../../web/console/table-file/read-table.ts';
import { writeTable } from '../../web/console/table-file/write-table.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;
const bytes = (...values: number[]) => new Uint8Array(values).buffer;

async function tableOf(file: ArrayBuffer, options = {}) {
  const read = await readTable(file, options);
  if (!read.ok) throw new Error(read.reason);
  return read.table;
}

describe('a file of members', () => {
  test.each([
    ['commas', 'phone,points\n13800138000,320\n', ','],
    ['semicolons', 'phone;points\r\n13800138000;320\r\n', ';'],
    ['tabs', 'phone\tpoints\n13800138000\t320', '\t'],
    ['a byte order mark', '\uFEFFphone,points\n13800138000,320\n', ','],
  ])('is read with %s', async (_, text, separator) => {
    expect(await tableOf(bytesOf(text))).toEqual({
      header: ['phone', 'points'],
      rows: [{ line: 2, cells: ['13800138000', '320'] }],
      encoding: 'utf-8',
      separator,
    });
  });

  test('is read as Excel writes it in mainland China', async () => {
    // 手机,积分 in GB18030
    const head = [0xca, 0xd6, 0xbb, 0xfa, 0x2c, 0xbb, 0xfd, 0xb7, 0xd6, 0x0a];
    const { header, rows, encoding } = await tableOf(bytes(...head, 0x31, 0x2c, 0x32));
    expect([header, rows, encoding]).toEqual([['手机', '积分'], [{ line: 2, cells: ['1', '2'] }], 'gb18030']);
  });

  test('is read as Excel writes it in Taiwan, for a reader from there or by choice', async () => {
    // 手機,點數 in Big5
    const file = bytes(0xa4, 0xe2, 0xbe, 0xf7, 0x2c, 0xc2, 0x49, 0xbc, 0xc6, 0x0a, 0x31, 0x2c, 0x32);
    expect((await tableOf(file, { locale: 'zh-TW' })).header).toEqual(['手機', '點數']);
    expect((await tableOf(file, { encoding: 'big5' })).header).toEqual(['手機', '點數']);
  });

  test('keeps formulas as text, and takes off what keeps a number a text', async () => {
    const text = 'name,phone\n"=HYPERLINK(""http://x"")","=""013800138000"""\n=1+1,\'+8613800138000\n';
    expect((await tableOf(bytesOf(text))).rows.map(({ cells }) => cells)).toEqual([
      ['=HYPERLINK("http://x")', '013800138000'],
      ['=1+1', '+8613800138000'],
    ]);
  });

  test('numbers its rows as the file does, and fills up or leaves out what has no column', async () => {
    const { rows } = await tableOf(bytesOf('a,b\n\n1\n1,2,3\n'));
    expect(rows).toEqual([
      { line: 3, cells: ['1', ''] },
      { line: 4, cells: ['1', '2'] },
    ]);
  });

  test.each([
    ['a workbook of Excel', bytes(0x50, 0x4b, 0x03, 0x04, 0x20), 'workbook'],
    ['nothing', bytes(), 'empty'],
    ['empty lines', bytesOf('\n \n'), 'empty'],
    ['a picture', bytes(0x47, 0x49, 0x00, 0x01), 'not_text'],
  ])('that is %s is refused with the reason', async (_, file, reason) => {
    expect(await readTable(file)).toEqual({ ok: false, reason });
  });
});

test('what is written opens as text: formulas are disarmed', async () => {
  expect(
    await writeTable([
      ['=1+1', '+86138'],
      ['a,b', '"'],
    ]),
  ).toBe('\uFEFF"\'=1+1","\'+86138"\r\n"a,b",""""\r\n');
});
