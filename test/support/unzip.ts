import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP by its directory, as programs read it. */
export function filesOf(bytes: Buffer): Record<string, string> {
  const end = bytes.length - 22;
  let at = bytes.readUInt32LE(end + 16);
  const files: Record<string, string> = {};
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const packed = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    const begins = bytes.readUInt32LE(at + 42) + 30 + nameLength;
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    files[name] = inflateRawSync(bytes.subarray(begins, begins + packed)).toString('utf8');
    at += 46 + nameLength;
  }
  return files;
}
