import type { FrameLook } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import { type Design, plainDesign } from '../../domain/design/design.ts';
import { startingTheme } from '../../domain/industry.ts';
import { pickText } from '../../messages/localized-text.ts';
import { pictureUrl } from '../publication/build-manifest.ts';
import type { MallManifest } from '../publication/manifest.ts';

const HEX_COLOUR = /^#[0-9a-fA-F]{6}$/;
/** What a phone takes as the picture of an app; drawings it does not. */
const TOUCH_ICON = /\.(png|jpg)$/;

/** The design that is drawn: what was published, or the look alone where an older release published it. */
export function designOf(manifest: MallManifest | null): Design {
  return manifest?.design ?? plainDesign(manifest?.theme ?? startingTheme('other'));
}

/** What stands around every page, in the reader's language. */
export function frameLook(words: Words, manifest: MallManifest | null): FrameLook {
  const { theme, logoPictureKey, icons, announcement, footer } = designOf(manifest);
  const say = (text: Parameters<typeof pickText>[0]) => pickText(text, words.locale, words.shopLocale);
  const logoUrl = pictureUrl(logoPictureKey);
  const { light, dark, layout } = theme;
  return {
    layout,
    logoUrl,
    touchIconUrl: pictureUrl(icons?.[180] ?? null) ?? (logoUrl && TOUCH_ICON.test(logoUrl) ? logoUrl : null),
    announcement: say(announcement),
    footer: {
      openingHours: say(footer.openingHours),
      registrationNumber: footer.registrationNumber,
      wechatQrUrl: pictureUrl(footer.wechatPictureKey),
      mapUrl: footer.mapUrl,
      links: footer.links.flatMap(({ label, href }) => {
        const text = say(label);
        return text ? [{ label: text, href }] : [];
      }),
    },
    bars: {
      light: colour(layout === 'lively' ? light.main : light.page, '#f7f5f0'),
      dark: colour(dark.page, '#141a18'),
    },
    version: manifest?.version ?? 0,
  };
}

function colour(chosen: string, otherwise: string): string {
  return HEX_COLOUR.test(chosen) ? chosen : otherwise;
}
