import type { Locale } from '../../src/domain/locale.ts';
import type { Catalogue } from '../../src/messages/catalogue.ts';
import type Words from '../../src/messages/en/widget.ts';

/** The widget's catalogue in any language. */
export type WidgetWords = Catalogue<typeof Words>;

/** Asks the merchant's page for a token of her server; no text means that nobody is signed in there. */
export type Identify = (wanted: { mall: string }) => unknown;

export type EventName = 'ready' | 'open' | 'close' | 'sign-in-needed' | 'redeemed' | 'error';
export type Listener = (detail: Record<string, unknown>) => void;

/** Light, dark, or as the reader's device has it. */
export type Scheme = 'light' | 'dark' | 'auto';

/** What the script's own tag says. */
export type Settings = {
  scriptUrl: string;
  /** The mall of elements that name none. */
  mall: string | null;
  locale: Locale;
  scheme: Scheme;
  /** Seal of a draft that the console previews; null everywhere else. */
  design: string | null;
};

/** An element of ours on the host's page, with nothing in its shadow but the room it takes. */
export type Placed = HTMLElement & { readonly shadowRoot: ShadowRoot };

/** The part of the loader that the rest of the widget works through. */
export type Page = {
  settings: Settings;
  elements: ReadonlySet<Placed>;
  identify: Identify | null;
  /** Loads a chunk by its name; throws where it can't be had. */
  load(name: string): Promise<unknown>;
  emit(event: EventName, detail: Record<string, unknown>): void;
  hears(event: EventName): boolean;
};

/** What the loader hands on once `start` is there. Additive for one release: a page may mix two of them. */
export type Started = {
  placed(element: Placed): void;
  removed(element: Placed): void;
  identify(): void;
  signOut(): void;
  open(mall?: string): void;
  close(): void;
};

export type StartChunk = { start(page: Page): Promise<Started> };
export type WordsChunk = { default: WidgetWords };
