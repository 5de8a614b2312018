/** How the bytes of a table file can be written; `auto` finds it out. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Why a file is no table that can be read here. */
export type UnreadableFile = 'workbook' | 'empty' | 'too_large' | 'not_text';

export type Decoded = { ok: true; text: string; encoding: Encoding } | { ok: false; reason: UnreadableFile };

/** Some 50,000 lines of members; what is larger is no list of a shop. */
export const FILE_BYTES_MAX = 8 * 1024 * 1024;

/**
 * The text of a file. UTF-8 is recognised by its byte order mark or by being valid, which text in another
 * encoding never is by chance; the rest is what Excel writes in mainland China, or in Taiwan for readers
 * of zh-TW. `encoding` says what somebody has chosen by hand.
 */
export function decodeTable(
  bytes: ArrayBuffer,
  { encoding, locale }: { encoding?: Encoding; locale?: string } = {},
): Decoded {
  const head = new Uint8Array(bytes.slice(0, 4));
  if (bytes.byteLength === 0) return { ok: false, reason: 'empty' };
  if (bytes.byteLength > FILE_BYTES_MAX) return { ok: false, reason: 'too_large' };
  if (isWorkbook(head)) return { ok: false, reason: 'workbook' };
  if (encoding !== undefined) return textOf(bytes, encoding);
  if (head[0] === 0xff && head[1] === 0xfe) return textOf(bytes, 'utf-16le');
  const guesses: Encoding[] =
    locale === 'zh-TW' ? ['utf-8', 'big5', 'gb18030'] : ['utf-8', 'gb18030', 'big5'];
  for (const guess of guesses) {
    const decoded = strictly(bytes, guess);
    if (decoded !== null) return asText(decoded, guess);
  }
  return { ok: false, reason: 'not_text' };
}

/** What somebody chose by hand is shown as it reads, with a mark where a byte has no meaning. */
function textOf(bytes: ArrayBuffer, encoding: Encoding): Decoded {
  return asText(new TextDecoder(encoding).decode(bytes), encoding);
}

function strictly(bytes: ArrayBuffer, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function asText(text: string, encoding: Encoding): Decoded {
  // A table has no zero characters; a picture or a program does.
  if (text.includes('\0')) return { ok: false, reason: 'not_text' };
  return text.trim() === '' ? { ok: false, reason: 'empty' } : { ok: true, text, encoding };
}

/** "PK" begins an .xlsx, the other an .xls: both are Excel's own files. */
function isWorkbook(head: Uint8Array): boolean {
  const begins = (...bytes: number[]) => bytes.every((byte, place) => head[place] === byte);
  return begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0);
}
