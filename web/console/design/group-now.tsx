import { useTranslations } from 'use-intl/react';
import type { DesignContent } from '../../../src/domain/design/look.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';
import { pictureAddress } from './api.ts';

export type GroupName =
  | 'layout'
  | 'logo'
  | 'colours'
  | 'shape'
  | 'pointsName'
  | 'banners'
  | 'blocks'
  | 'footer'
  | 'rulesIntro'
  | 'announcement';

/** What a folded group holds now, in a word or a picture; nothing where there is nothing to say. */
export function GroupNow({ name, content }: { name: GroupName; content: DesignContent }) {
  const t = useTranslations('design');
  const { locale } = useLanguage();
  const { shop } = useShop();
  const { look, logoPictureKey, pointsName, banners, blocks, announcement, rulesIntro } = content;
  const words = (text: DesignContent['announcement']) => {
    const said = pickText(text, locale, shop.locale);
    return said && <bdi lang={said.lang}>{said.text}</bdi>;
  };
  switch (name) {
    case 'layout':
      return t(`layouts.${look.layout}`);
    case 'logo': {
      const address = pictureAddress(logoPictureKey);
      return address && <img src={address} alt="" className="designFoldLogo" />;
    }
    case 'colours':
      return (
        <span className="designDots">
          <span style={{ background: look.main }} />
          <span style={{ background: look.accent }} />
        </span>
      );
    case 'shape':
      return `${t(`cornerSizes.${look.cornerPixels}`)} · ${t(`headings.${look.heading}`)}`;
    case 'pointsName':
      return pointsName[shop.locale].other;
    case 'banners':
      return banners.length === 0 ? null : t('bannerCount', { count: banners.length });
    case 'blocks': {
      const hidden = blocks.filter(({ shown }) => !shown).length;
      return hidden === 0 ? null : t('blocksHidden', { count: hidden });
    }
    case 'announcement':
      return words(announcement);
    case 'rulesIntro':
      return words(rulesIntro);
    case 'footer':
      return null;
  }
}
