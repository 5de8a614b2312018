/** A file that goes into a ZIP: its text comes in pieces. */
export type ZipEntry = { name: string; pieces: AsyncIterable<string> | Iterable<string> };

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crcOver(crc: number, bytes: Uint8Array): number {
  let value = ~crc;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

/** Little-endian fields of 2 or 4 bytes, one after the other. */
function record(...fields: [bytes: 2 | 4, value: number][]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/** Sizes follow the content, the name is UTF-8; deflated. */
const FLAGS_AND_METHOD = [
  [2, 20],
  [2, 0x0808],
  [2, 8],
] as const;

type Done = { name: Uint8Array; crc: number; packed: number; plain: number; at: number };

/**
 * A ZIP as it is made, holding one piece of one file at a time. All its files bear the moment `atMs`,
 * in UTC. Throws where a piece does: what was sent until then is no whole ZIP and opens nowhere.
 */
export async function* zip(entries: Iterable<ZipEntry>, atMs: number): AsyncGenerator<Uint8Array> {
  const moment = new Date(atMs);
  const time = (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5);
  const day =
    ((moment.getUTCFullYear() - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate();
  const stamp = [...FLAGS_AND_METHOD, [2, time], [2, day]] as [2, number][];
  const files: Done[] = [];
  let at = 0;
  const sent = (bytes: Uint8Array) => {
    at += bytes.byteLength;
    return bytes;
  };
  for (const entry of entries) {
    const file: Done = { name: new TextEncoder().encode(entry.name), crc: 0, packed: 0, plain: 0, at };
    yield sent(record([4, 0x04034b50], ...stamp, [4, 0], [4, 0], [4, 0], [2, file.name.length], [2, 0]));
    yield sent(file.name);
    for await (const bytes of deflated(entry.pieces, file)) {
      file.packed += bytes.byteLength;
      yield sent(bytes);
    }
    yield sent(record([4, 0x08074b50], [4, file.crc], [4, file.packed], [4, file.plain]));
    files.push(file);
  }
  const directoryAt = at;
  for (const { name, crc, packed, plain, at: begins } of files) {
    const sizes = [
      [4, crc],
      [4, packed],
      [4, plain],
      [2, name.length],
      [2, 0],
      [2, 0],
    ] as [2 | 4, number][];
    yield sent(record([4, 0x02014b50], [2, 20], ...stamp, ...sizes, [2, 0], [2, 0], [4, 0], [4, begins]));
    yield sent(name);
  }
  const count = files.length;
  const sums = [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, at - directoryAt],
    [4, directoryAt],
  ] as [2 | 4, number][];
  yield record([4, 0x06054b50], ...sums, [2, 0]);
}

/** The pieces compressed; what was read of them is counted into `file`. */
async function* deflated(pieces: ZipEntry['pieces'], file: Done): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const fed = (async () => {
    for await (const piece of pieces) {
      const bytes = new TextEncoder().encode(piece);
      file.crc = crcOver(file.crc, bytes);
      file.plain += bytes.byteLength;
      await writer.write(bytes);
    }
    await writer.close();
  })().catch((failure) => writer.abort(failure));
  const reader = readable.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  await fed;
}
