import { crc32, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type ZipEntry, zip } from '../../../src/lib/zip.ts';
import { filesOf } from '../../support/unzip.ts';

const AT_MS = Date.UTC(2026, 10, 22, 19, 5);

async function written(entries: ZipEntry[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const bytes of zip(entries, AT_MS)) pieces.push(bytes);
  return Buffer.concat(pieces);
}

test('holds every file whole under its name, empty ones and names in any script included', async () => {
  const long = 'a long line, again and again\n'.repeat(5_000);
  const bytes = await written([
    { name: 'members.csv', pieces: ['编号,', '名字\r\n', '1,林小满 🌿\r\n'] },
    { name: '空.csv', pieces: [] },
    { name: 'long.txt', pieces: [long, long] },
  ]);
  expect(filesOf(bytes)).toEqual({
    'members.csv': '编号,名字\r\n1,林小满 🌿\r\n',
    '空.csv': '',
    'long.txt': long + long,
  });
  expect(bytes.byteLength).toBeLessThan(10_000);
});

test('says of each file what any program checks it by', async () => {
  const bytes = await written([{ name: 'a', pieces: ['123456789'] }]);
  const nameLength = bytes.readUInt16LE(26);
  const packed = bytes.readUInt32LE(bytes.indexOf(Buffer.from('504b0708', 'hex')) + 8);
  const content = inflateRawSync(bytes.subarray(30 + nameLength, 30 + nameLength + packed));
  expect(bytes.readUInt32LE(bytes.indexOf(Buffer.from('504b0708', 'hex')) + 4)).toBe(crc32(content));
  expect(crc32(content)).toBe(0xcbf43926);
});

test('a file that can’t be read to its end ends the whole with the reason', async () => {
  async function* broken() {
    yield 'half';
    throw new Error('the database went away');
  }
  await expect(written([{ name: 'a', pieces: broken() }])).rejects.toThrow('the database went away');
});
