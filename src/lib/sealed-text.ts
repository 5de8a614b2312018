import { Buffer } from 'node:buffer';
import { derivedKey } from './derived-key.ts';

const IV_BYTES = 12;
const PURPOSE = 'sealed text';

/**
 * Encrypts a text for keeping (AES-256-GCM). `boundTo` names the row that it belongs to: moved to
 * another row it can't be opened.
 */
export async function sealText(secret: string, text: string, boundTo: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(cipher(iv, boundTo), await key(secret), Buffer.from(text));
  return [iv, new Uint8Array(sealed)].map((part) => Buffer.from(part).toString('base64url')).join('.');
}

/** The text again, or null where it was changed, moved or sealed under another secret. */
export async function openText(secret: string, sealed: string, boundTo: string): Promise<string | null> {
  const [iv = '', content = ''] = sealed.split('.');
  const parameters = cipher(new Uint8Array(Buffer.from(iv, 'base64url')), boundTo);
  try {
    const opened = await crypto.subtle.decrypt(
      parameters,
      await key(secret),
      Buffer.from(content, 'base64url'),
    );
    return Buffer.from(opened).toString();
  } catch {
    return null;
  }
}

function cipher(iv: Uint8Array<ArrayBuffer>, boundTo: string) {
  return { name: 'AES-GCM', iv, additionalData: Buffer.from(boundTo) };
}

function key(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', derivedKey(secret, PURPOSE), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
}
