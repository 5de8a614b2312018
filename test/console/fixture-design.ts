import { plainDesign } from '../../src/domain/design/design.ts';
import { type DesignBody, lookOf } from '../../src/domain/design/look.ts';
import { startingTheme } from '../../src/domain/industry.ts';
import type { DesignAnswer } from '../../src/features/design/schemas.ts';
import type { DesignVersion } from '../../web/console/design/api.ts';
import { agoAt, shop } from './fixture-data.ts';

const theme = startingTheme('clothing');
const published: DesignBody = { ...plainDesign(theme), look: lookOf(theme), pointsName: shop.pointsName };
const banner = { pictureKey: null, href: '/rules', startsAtMs: null, endsAtMs: null };
const draft: DesignBody = {
  ...published,
  look: { ...published.look, accent: '#E07B4F' },
  theme: { ...theme, light: { ...theme.light, accent: '#E07B4F' } },
  announcement: { 'zh-CN': '🎉 新店开业，积分双倍', en: 'עכשיו פתוח' },
  banners: [{ ...banner, title: { 'zh-CN': '慢一点，穿久一点', en: 'Slower, longer' } }],
  footer: {
    ...published.footer,
    links: [{ label: { 'zh-CN': '会员守则', en: 'Members’ code' }, href: 'https://mianyu.example/code' }],
  },
};

/** A draft with a few changes, among them an accent that can't be read as text. */
export const DESIGN: DesignAnswer = {
  draft,
  draftVersion: 'draft-1',
  published,
  publishedVersion: 2,
  scheduled: null,
};

export const DESIGN_VERSIONS: { items: DesignVersion[] } = {
  items: [
    { version: 2, publishedAt: agoAt(30), publishedByName: '林店主', body: published },
    {
      version: 1,
      publishedAt: agoAt(700),
      publishedByName: null,
      body: { ...published, look: { ...published.look, main: '#2B3A8C', cornerPixels: 20 } },
    },
  ],
};
