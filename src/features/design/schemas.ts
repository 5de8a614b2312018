import { z } from '@hono/zod-openapi';
import { HOME_BLOCKS } from '../../domain/design/design.ts';
import { DESIGN_LIMITS as LIMITS } from '../../domain/design/design-limits.ts';
import { isHref, isHttpsAddress } from '../../domain/design/href.ts';
import type { DesignBody, DesignContent } from '../../domain/design/look.ts';
import { POINTS_ICONS } from '../../domain/design/points-icon.ts';
import { written, writtenOnLine } from '../../lib/written-schema.ts';

const localized = (text: z.ZodString) =>
  z.strictObject({ 'zh-CN': text.optional(), 'zh-TW': text.optional(), en: text.optional() });

const colourSchema = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'not_a_colour');
const pictureKeySchema = z
  .string()
  .regex(/^[0-9a-f]{64}\.(jpg|png|webp|svg)$/, 'not_a_picture')
  .nullable();
const momentSchema = z.int().min(0).max(8_640_000_000_000_000).nullable();
const hrefSchema = z.string().trim().max(LIMITS.hrefCharacters).refine(isHref, 'not_an_address');
const httpsSchema = z.string().trim().max(LIMITS.hrefCharacters).refine(isHttpsAddress, 'not_an_address');

const lookSchema = z.strictObject({
  layout: z.enum(['editorial', 'soft', 'lively']),
  main: colourSchema,
  accent: colourSchema,
  cornerPixels: z.union([z.literal(0), z.literal(8), z.literal(20)]),
  heading: z.enum(['serif', 'sans']),
});

const pointsFormSchema = z.strictObject({
  one: writtenOnLine(LIMITS.pointsNameCharacters).min(1),
  other: writtenOnLine(LIMITS.pointsNameCharacters).min(1),
});

const bannerSchema = z
  .strictObject({
    pictureKey: pictureKeySchema,
    title: localized(writtenOnLine(LIMITS.bannerTitleCharacters)),
    href: hrefSchema.nullable(),
    startsAtMs: momentSchema,
    endsAtMs: momentSchema,
  })
  .refine(
    ({ startsAtMs, endsAtMs }) => startsAtMs === null || endsAtMs === null || startsAtMs < endsAtMs,
    'ends_before_it_starts',
  );

const blocksSchema = z
  .array(z.strictObject({ block: z.enum(HOME_BLOCKS), shown: z.boolean() }))
  .length(HOME_BLOCKS.length)
  .refine((blocks) => new Set(blocks.map(({ block }) => block)).size === blocks.length, 'block_twice');

const footerSchema = z.strictObject({
  openingHours: localized(writtenOnLine(LIMITS.openingHoursCharacters)),
  registrationNumber: writtenOnLine(LIMITS.registrationNumberCharacters).nullable(),
  wechatPictureKey: pictureKeySchema,
  mapUrl: httpsSchema.nullable(),
  links: z
    .array(z.strictObject({ label: localized(writtenOnLine(LIMITS.linkLabelCharacters)), href: hrefSchema }))
    .max(LIMITS.links),
});

const contentShape = {
  look: lookSchema,
  logoPictureKey: pictureKeySchema,
  pointsIcon: z.enum(POINTS_ICONS).optional(),
  pointsName: z.strictObject({ 'zh-CN': pointsFormSchema, 'zh-TW': pointsFormSchema, en: pointsFormSchema }),
  banners: z.array(bannerSchema).max(LIMITS.banners),
  blocks: blocksSchema,
  footer: footerSchema,
  rulesIntro: localized(written(LIMITS.rulesIntroCharacters)),
  announcement: localized(writtenOnLine(LIMITS.announcementCharacters)),
};

export const saveDraftSchema = z
  .strictObject({
    ...contentShape,
    /** The draft that this was decided from; refused `changed_elsewhere` where it is another by now. */
    draftVersion: z.string().max(64),
  })
  .openapi('SaveDesignDraft');
export type SaveDraftInput = DesignContent & { draftVersion: string };

const iconSchema = z.string().regex(/^[0-9a-f]{64}\.png$/, 'not_a_png');

export const publishDesignSchema = z
  .strictObject({
    draftVersion: z.string().max(64),
    /** The shop's icon as stored pictures, drawn in the browser by this draft; null: phones take the drawing. */
    icons: z
      .strictObject({ '180': iconSchema, '192': iconSchema, '512': iconSchema })
      .nullable()
      .default(null),
  })
  .openapi('PublishDesign');

export const scheduleDesignSchema = publishDesignSchema
  .extend({ publishAtMs: z.int().min(0).max(8_640_000_000_000_000) })
  .openapi('ScheduleDesign');

export const seenDraftSchema = z
  .strictObject({ draftVersion: z.string().max(64) })
  .openapi('SeenDesignDraft');

const coloursSchema = z.object({
  main: z.string(),
  onMain: z.string(),
  page: z.string(),
  text: z.string(),
  accent: z.string(),
  accentText: z.string(),
});
const themeSchema = z.object({
  layout: lookSchema.shape.layout,
  light: coloursSchema,
  dark: coloursSchema,
  cornerPixels: lookSchema.shape.cornerPixels,
  heading: lookSchema.shape.heading,
});

const bodySchema = z.object({
  ...contentShape,
  theme: themeSchema,
  icons: z.object({ '180': z.string(), '192': z.string(), '512': z.string() }).nullish(),
});

export const designSchema = z
  .object({
    draft: bodySchema,
    draftVersion: z.string(),
    /** What members see; version 0 is the look that the shop began with. */
    published: bodySchema,
    publishedVersion: z.int(),
    /** What is to be published later; null: nothing is. */
    scheduled: z.object({ publishAtMs: z.int(), byName: z.string().nullable(), body: bodySchema }).nullable(),
  })
  .openapi('DesignState');
export type DesignAnswer = {
  draft: DesignBody;
  draftVersion: string;
  published: DesignBody;
  publishedVersion: number;
  scheduled: { publishAtMs: number; byName: string | null; body: DesignBody } | null;
};

export const designVersionsSchema = z
  .object({
    items: z.array(
      z.object({
        version: z.int(),
        publishedAt: z.string(),
        publishedByName: z.string().nullable(),
        body: bodySchema,
      }),
    ),
  })
  .openapi('DesignVersions');
export type DesignVersionsAnswer = {
  items: { version: number; publishedAt: string; publishedByName: string | null; body: DesignBody }[];
};

/** The mall's address with the seal; the console adds path, reader (`as`), colours (`scheme`) and language (`lang`). */
export const designPreviewSchema = z.object({ url: z.string(), untilMs: z.int() }).openapi('DesignPreview');

export const storedPictureSchema = z
  .object({ pictureKey: z.string(), url: z.string() })
  .openapi('StoredPicture');
