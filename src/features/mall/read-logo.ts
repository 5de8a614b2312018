import type { Context } from '../../context.ts';
import { formatOfKey } from '../catalogue/picture-format.ts';
import { pictureObjectKey } from '../catalogue/store-picture.ts';

/** An icon is fetched with every first visit: a heavier logo leaves it to the letter. */
const LOGO_BYTES_MAX = 200_000;

/** The shop's logo as a `data:` address; null where there is none, or it is too heavy for an icon. */
export async function readLogo({
  ctx,
  input: { pictureKey },
}: {
  ctx: Pick<Context, 'pictures' | 'tenant'>;
  input: { pictureKey: string | null };
}): Promise<string | null> {
  const format = pictureKey && formatOfKey(pictureKey);
  if (!pictureKey || !format) return null;
  const stored = await ctx.pictures.get(pictureObjectKey(ctx.tenant.id, pictureKey));
  if (!stored) return null;
  if (stored.size > LOGO_BYTES_MAX) {
    await stored.body.cancel();
    return null;
  }
  const bytes = new Uint8Array(await new Response(stored.body).arrayBuffer());
  return `data:${format.contentType};base64,${Buffer.from(bytes).toString('base64')}`;
}
