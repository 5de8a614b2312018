import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { type PictureFormat, pictureFormatOf } from './picture-format.ts';
import { pictureSizeOf } from './picture-size.ts';

export const PICTURE_BYTES_MAX = 10 * 1024 * 1024;
/** A few kilobytes may say that they are a wall: a phone that unpacks this many pixels needs 100 MB and not more. */
const PICTURE_PIXELS_MAX = 25_000_000;
const SIDE_PIXELS_MAX = 8_192;
/** Less is no picture of anything. */
const SIDE_PIXELS_MIN = 16;

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
  const reason = format ? flawOf(format, bytes) : 'not_a_supported_picture';
  if (!format || reason) return refuse({ code: 'invalid_input', field: 'picture', reason: reason ?? '' });
  const pictureKey = `${createHash('sha256').update(bytes).digest('hex')}.${format.extension}`;
  await ctx.pictures.put(pictureObjectKey(ctx.tenant.id, pictureKey), bytes, {
    httpMetadata: { contentType: format.contentType },
  });
  return succeed(pictureKey);
}

/** Why a picture of this format can't be shown to members; null where it can. */
function flawOf({ extension }: PictureFormat, bytes: Uint8Array): string | null {
  if (extension === 'svg') return null;
  const size = pictureSizeOf(extension, bytes);
  if (!size) return 'not_a_supported_picture';
  const { widthPixels, heightPixels, moves } = size;
  if (moves) return 'picture_moves';
  if (Math.min(widthPixels, heightPixels) < SIDE_PIXELS_MIN) return 'picture_too_small';
  const isTooLarge =
    Math.max(widthPixels, heightPixels) > SIDE_PIXELS_MAX || widthPixels * heightPixels > PICTURE_PIXELS_MAX;
  return isTooLarge ? 'picture_too_large' : null;
}
