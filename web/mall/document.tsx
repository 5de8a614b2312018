import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Locale } from '../../src/domain/locale.ts';
import type { Assets } from './views.ts';

type Props = {
  locale: Locale;
  title: string;
  assets: Assets;
  page: string;
  preview?: Preview | undefined;
  children: Child;
};

/** What a link to the page shows where it is shared. */
export type Preview = { description: string; pictureUrl: string | null };

/** The HTML document itself: no inline script or style, so that the strictest policy holds. */
export function Document({ locale, title, assets, page, preview, children }: Props) {
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
          <link rel="stylesheet" href={assets.style} />
          {assets.theme && <link rel="stylesheet" href={assets.theme} />}
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <script src={assets.script} defer />
        </head>
        <body class={page}>{children}</body>
      </html>
    </>
  );
}
