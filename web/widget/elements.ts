import type { LoadedPage } from './page.ts';

const LAUNCHER = 'pm-launcher';
const BALANCE = 'pm-balance';

/** As long as "12,345 points", one line high: what comes later moves nothing. */
const BALANCE_ROOM =
  ':host{display:inline-block;min-inline-size:12ch;min-block-size:1lh;vertical-align:top;text-align:start}';
/** Takes no part in the page's flow, also while it shows nothing. */
const LAUNCHER_ROOM = ':host{position:fixed}';

/** The page that an earlier run of the script has set up. */
export function pageOfElements(): LoadedPage | null {
  const found = customElements.get(LAUNCHER) as { page?: LoadedPage } | undefined;
  return found?.page ?? null;
}

/** Both elements do nothing but say where they stand. */
export function defineElements(page: LoadedPage): void {
  const define = (name: string, room: string) => {
    if (customElements.get(name)) return;
    customElements.define(
      name,
      class extends HTMLElement {
        static readonly page = page;
        static readonly observedAttributes = ['mall', 'side', 'offset'];
        override readonly shadowRoot = withRoom(this, room);

        connectedCallback() {
          page.add(this);
        }

        disconnectedCallback() {
          page.remove(this);
        }

        attributeChangedCallback() {
          if (!this.isConnected || !page.elements.has(this)) return;
          page.remove(this);
          page.add(this);
        }
      },
    );
  };
  define(BALANCE, BALANCE_ROOM);
  define(LAUNCHER, LAUNCHER_ROOM);
}

function withRoom(element: HTMLElement, room: string): ShadowRoot {
  const shadow = element.attachShadow({ mode: 'open', delegatesFocus: true });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(room);
  shadow.adoptedStyleSheets = [sheet];
  return shadow;
}
