import { wordsFor } from '../../../web/mall/words.ts';
import { DesignPage, type DesignPageView } from '../../../web/site/design-page.tsx';
import type { Locale } from '../../domain/locale.ts';
import { DEFAULT_POINTS_NAME } from '../../messages/points-name.ts';
import { translator } from '../../messages/translator.ts';

type DesignSource = Omit<DesignPageView, 'words' | 'docs'> & { locale: Locale; nowMs: number };

export function designPage({ locale, nowMs, ...view }: DesignSource) {
  const words = wordsFor({
    locale,
    shopLocale: locale,
    timeZone: 'Asia/Shanghai',
    pointsName: DEFAULT_POINTS_NAME,
    nowMs,
  });
  return <DesignPage view={{ ...view, words, docs: translator(locale, 'docs') }} />;
}
