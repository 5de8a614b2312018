import type { Context } from '../../context.ts';
import type { Design } from '../../domain/design/design.ts';
import { pictureObjectKey } from '../catalogue/store-picture.ts';

/** Every picture of a design with the field that names it. */
function picturesOf({ logoPictureKey, banners, footer }: Design): Map<string, string> {
  const named: [string, string | null][] = [
    ['logoPictureKey', logoPictureKey],
    ...banners.map(({ pictureKey }, place): [string, string | null] => [
      `banners.${place}.pictureKey`,
      pictureKey,
    ]),
    ['footer.wechatPictureKey', footer.wechatPictureKey],
  ];
  return new Map(named.flatMap(([field, key]) => (key === null ? [] : [[key, field]])));
}

/** The first field whose picture the shop has not stored; what `known` designs show is not looked for again. */
export async function missingPicture(
  ctx: Pick<Context, 'pictures' | 'tenant'>,
  design: Design,
  known: Design[],
): Promise<string | null> {
  const seen = new Set(known.flatMap((each) => [...picturesOf(each).keys()]));
  for (const [key, field] of picturesOf(design)) {
    if (seen.has(key)) continue;
    if (!(await ctx.pictures.head(pictureObjectKey(ctx.tenant.id, key)))) return field;
  }
  return null;
}
