import type { Child } from 'hono/jsx';
import type { TextInLanguage } from '../../src/messages/localized-text.ts';
import { Phrases } from './phrases.tsx';
import { Said } from './said.tsx';
import type { Words } from './words.ts';

/** A picture with a line; at least one of them is there. */
export type BannerView = { pictureUrl: string | null; title: TextInLanguage | null; href: string | null };

/** One banner stands, several are swiped. Their pictures are 1200 × 480 with what matters in the middle. */
export function Banners({ words, banners }: { words: Words; banners: BannerView[] }) {
  return (
    <section class={banners.length > 1 ? 'banners many' : 'banners'} aria-label={words.t('banners')}>
      {banners.map((banner, position) => (
        <Frame href={banner.href}>
          {banner.pictureUrl && (
            <span class="banner-picture">
              <img
                src={banner.pictureUrl}
                alt=""
                width="1200"
                height="480"
                loading={position === 0 ? 'eager' : 'lazy'}
                fetchpriority={position === 0 ? 'high' : undefined}
                decoding="async"
              />
            </span>
          )}
          {banner.title && (
            <span class="banner-title">
              <Said words={words} text={banner.title}>
                <Phrases text={banner.title.text} />
              </Said>
            </span>
          )}
        </Frame>
      ))}
    </section>
  );
}

function Frame({ href, children }: { href: string | null; children: Child }) {
  return href === null ? (
    <div class="banner">{children}</div>
  ) : (
    <a class="banner" href={href} rel="noreferrer">
      {children}
    </a>
  );
}
