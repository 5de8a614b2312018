/** The draft leaves the length open; 255 is what clients of payment APIs already keep to. */
const KEY_CHARACTERS_MAX = 255;

/**
 * The key in an Idempotency-Key header: a structured-field string ("…") or, as most clients send it,
 * bare visible ASCII. Null when the header holds neither.
 */
export function parseIdempotencyKey(header: string): string | null {
  const text = header.trim();
  const quoted = /^"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/.exec(text);
  const key = quoted ? (quoted[1] ?? '').replace(/\\(["\\])/g, '$1') : text;
  if (key.length === 0 || key.length > KEY_CHARACTERS_MAX) return null;
  if (!quoted && !/^[\x21\x23-\x7e]+$/.test(key)) return null;
  return key;
}
