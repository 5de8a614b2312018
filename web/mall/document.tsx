import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Locale } from '../../src/domain/locale.ts';
import type { Findable } from './findable.ts';
import type { Assets, FrameLook } from './views.ts';

type Props = {
  locale: Locale;
  title: string;
  assets: Assets;
  page: string;
  preview?: Preview | undefined;
  /** Left out where search engines shall not keep the page. */
  findable?: Findable | null;
  /** A shop's own page: it can be put on a home screen, and says so when there is no network. */
  look?: FrameLook | undefined;
  /** Drawn anew after so long where no script asks again. */
  refreshSeconds?: number | undefined;
  children: Child;
};

/** What a link to the page shows where it is shared. */
export type Preview = { description: string; pictureUrl: string | null };

/** The HTML document itself: no inline script or style, so that the strictest policy holds. */
export function Document({
  locale,
  title,
  assets,
  page,
  preview,
  findable,
  look,
  refreshSeconds,
  children,
}: Props) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="color-scheme" content="light dark" />
          <title>{title}</title>
          {preview && (
            <>
              <meta name="description" content={preview.description} />
              <meta property="og:title" content={title} />
              <meta property="og:description" content={preview.description} />
              {preview.pictureUrl && <meta property="og:image" content={preview.pictureUrl} />}
            </>
          )}
          {findable ? <Addresses findable={findable} /> : <meta name="robots" content="noindex" />}
          <link rel="stylesheet" href={assets.style} />
          {assets.theme && <link rel="stylesheet" href={assets.theme} />}
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          {look && <Installable look={look} />}
          {refreshSeconds && (
            <noscript>
              <meta http-equiv="refresh" content={String(refreshSeconds)} />
            </noscript>
          )}
          <script src={assets.script} defer />
        </head>
        <body class={page} data-offline-worker={look && `/offline-worker.js?v=${look.version}-${locale}`}>
          {children}
        </body>
      </html>
    </>
  );
}

function Addresses({ findable: { url, languages, siteName } }: { findable: Findable }) {
  return (
    <>
      <link rel="canonical" href={url} />
      {languages.map((each) => (
        <link rel="alternate" hreflang={each.locale} href={each.url} />
      ))}
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:url" content={url} />
    </>
  );
}

function Installable({ look: { bars, touchIconUrl } }: { look: FrameLook }) {
  return (
    <>
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={bars.light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={bars.dark} />
      <link rel="manifest" href="/app.webmanifest" />
      {touchIconUrl && <link rel="apple-touch-icon" href={touchIconUrl} />}
    </>
  );
}
