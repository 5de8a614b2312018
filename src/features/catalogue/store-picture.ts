import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { pictureFormatOf } from './picture-format.ts';

export const PICTURE_BYTES_MAX = 10 * 1024 * 1024;

/** Where a shop's picture lies: shops cannot reach each other's, even with a known hash. */
export const pictureObjectKey = (tenantId: string, pictureKey: string) => `${tenantId}/${pictureKey}`;

/**
 * Stores a picture under the hash of its bytes, so that its address never shows anything else, and answers
 * its key. What it is, its bytes say; may be sent again.
 */
export async function storePicture(
  ctx: Pick<Context, 'pictures' | 'tenant'>,
  bytes: Uint8Array,
): Promise<Result<string>> {
  const format = bytes.length <= PICTURE_BYTES_MAX ? pictureFormatOf(bytes) : null;
  if (!format) return refuse({ code: 'invalid_input', field: 'picture', reason: 'not_a_supported_picture' });
  const pictureKey = `${createHash('sha256').update(bytes).digest('hex')}.${format.extension}`;
  await ctx.pictures.put(pictureObjectKey(ctx.tenant.id, pictureKey), bytes, {
    httpMetadata: { contentType: format.contentType },
  });
  return succeed(pictureKey);
}
