import type { Child } from 'hono/jsx';
import { isolated } from '../../src/messages/isolated.ts';
import { Document, type Preview } from './document.tsx';
import { findableOf } from './findable.ts';
import { Footer } from './footer.tsx';
import { LanguageIcon } from './icons.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Navigation } from './navigation.tsx';
import { Said } from './said.tsx';
import type { Frame } from './views.ts';

type Props = {
  frame: Frame;
  title: string;
  page: string;
  /** Text and picture, by its path, of links to the page. */
  preview?: Preview | undefined;
  /** The form, by its id, that the language switch keeps. */
  keeps?: string | undefined;
  refreshSeconds?: number | undefined;
  children: Child;
};

/** Header, navigation and footer around one page of a shop's mall. */
export function MallFrame({ frame, title, page, preview, keeps, refreshSeconds, children }: Props) {
  const { words, shop, assets, look, embedded } = frame;
  const { t, format } = words;
  const said = { shop: shop.name, unit: format.unit };
  const full = title === shop.name ? t('search.title', said) : `${isolated(title)} · ${isolated(shop.name)}`;
  const findable = findableOf(frame);
  const shown = preview ?? (findable && { description: t('search.description', said), pictureUrl: null });
  return (
    <Document
      locale={words.locale}
      title={full}
      assets={assets}
      page={`mall ${page} layout-${look.layout}${embedded ? ' embedded' : ''}`}
      preview={shown ? fromOutside(shown, frame.origin) : undefined}
      findable={findable}
      look={look}
      refreshSeconds={refreshSeconds}
    >
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      {frame.preview && (
        <p class="preview-banner" role="status">
          {words.t('unopened.banner')}
        </p>
      )}
      {frame.closing && (
        <p class="closing-banner" role="status">
          {frame.closing.text}
        </p>
      )}
      {look.announcement && !frame.closing?.isOver && (
        <p class="announcement">
          <Said words={words} text={look.announcement} />
        </p>
      )}
      {keeps && <DefaultButton form={keeps} />}
      {!embedded && <Masthead frame={frame} keeps={keeps} />}
      <main id="main" tabindex={-1}>
        {children}
        <p class="offline-notice" role="alert" tabindex={-1} data-offline-notice hidden>
          {words.t('offline.form')}
        </p>
      </main>
      <Footer frame={frame} />
    </Document>
  );
}

/** What the Enter key presses is a form's first button on the page: without this it would be a language. */
function DefaultButton({ form }: { form: string }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, and drawn because Safari presses no other.
  return <button type="submit" form={form} class="hidden" tabindex={-1} aria-hidden="true" />;
}

/** Whoever shows a link has only the link: a picture needs its whole address. */
function fromOutside({ description, pictureUrl }: Preview, origin: string): Preview {
  return { description, pictureUrl: pictureUrl && new URL(pictureUrl, origin).href };
}

function Masthead({ frame, keeps }: Pick<Props, 'frame' | 'keeps'>) {
  const { words, shop, look, path } = frame;
  return (
    <div class="masthead">
      <header class="top">
        <a class="brand" href="/">
          {look.logoUrl && <img class="logo" src={look.logoUrl} alt="" width="40" height="40" />}
          <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
        </a>
        {shop.languages.length > 1 && (
          <details class="language-menu">
            <summary>
              <LanguageIcon />
              <span>{words.t('language')}</span>
            </summary>
            <LanguageSwitch
              current={words.locale}
              path={path}
              label={words.t('language')}
              keeps={keeps}
              languages={shop.languages}
            />
          </details>
        )}
      </header>
      <Navigation frame={frame} />
    </div>
  );
}
