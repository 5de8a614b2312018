import type {
  EventName,
  Identify,
  Listener,
  Page,
  Placed,
  Settings,
  StartChunk,
  Started,
} from './contract.ts';

/** Entry points as the build has named them by their content. */
declare const CHUNKS: Record<string, string>;

/** How long a page may take to load before the widget no longer waits for it. */
const LOAD_MS_MAX = 5000;
const IDLE_MS_MAX = 2000;
/** When a part of the script could not be had. */
const AGAIN_MS = [5000, 20_000, 60_000];

/** The one global: `window.pointmall`. */
export type Pointmall = {
  /** Says how to learn who is signed in on this site; asked again when the session is over. */
  identify(identify: Identify): void;
  signOut(): void;
  open(mall?: string): void;
  close(): void;
  /** Hears of an event until the function that it returns is called. */
  on(event: EventName, listener: Listener): () => void;
};

export type LoadedPage = Page & {
  api: Pointmall;
  add(element: Placed): void;
  remove(element: Placed): void;
};

/**
 * The page that the widget stands on. It keeps what is asked of the widget until the rest of it is
 * loaded: after the page itself, when the browser has nothing else to do, and only where it is needed.
 */
export function createPage(settings: Settings): LoadedPage {
  const elements = new Set<Placed>();
  const listeners = new Map<string, Set<Listener>>();
  let started: Started | null = null;
  /** What was asked for before it could be done. */
  let opening: { mall: string | undefined } | null = null;
  let state: 'asleep' | 'waiting' | 'loading' = 'asleep';
  let failures = 0;

  async function start(): Promise<void> {
    if (state === 'loading') return;
    state = 'loading';
    try {
      const chunk = (await page.load('start')) as StartChunk;
      started = await chunk.start(page);
    } catch {
      state = 'asleep';
      const waitMs = AGAIN_MS[failures++];
      if (waitMs !== undefined) setTimeout(start, waitMs);
      return;
    }
    for (const element of elements) started.placed(element);
    if (opening) started.open(opening.mall);
    opening = null;
  }

  function startWhenIdle(): void {
    if (state !== 'asleep') return;
    state = 'waiting';
    afterLoad(start);
  }

  const page: LoadedPage = {
    settings,
    elements,
    identify: null,
    add(element) {
      elements.add(element);
      if (started) started.placed(element);
      else startWhenIdle();
    },
    remove(element) {
      elements.delete(element);
      started?.removed(element);
    },
    async load(name) {
      const from = (file: string) => import(new URL(`widget/${file}`, settings.scriptUrl).href);
      try {
        return await from(CHUNKS[name] ?? `${name}.js`);
      } catch {
        // Released anew since this page was opened, or the network failed: a browser may remember that.
        return from(`${name}.js?${Date.now()}`);
      }
    },
    emit(event, detail) {
      for (const listener of [...(listeners.get(event) ?? [])]) {
        try {
          listener({ ...detail, event });
        } catch (failure) {
          // The host's own fault, told to the host as its own.
          reportError(failure);
        }
      }
    },
    hears: (event) => (listeners.get(event)?.size ?? 0) > 0,
    api: {
      identify(identify) {
        page.identify = typeof identify === 'function' ? identify : null;
        started?.identify();
      },
      signOut() {
        page.identify = null;
        started?.signOut();
      },
      open(mall) {
        if (started) started.open(mall);
        else {
          opening = { mall };
          void start();
        }
      },
      close() {
        opening = null;
        started?.close();
      },
      on(event, listener) {
        const heard = listeners.get(event) ?? new Set();
        listeners.set(event, heard.add(listener));
        return () => void heard.delete(listener);
      },
    },
  };
  return page;
}

function afterLoad(run: () => void): void {
  let ran = false;
  const idle = () => {
    if (ran) return;
    ran = true;
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: IDLE_MS_MAX });
    else setTimeout(run, 1);
  };
  if (document.readyState === 'complete') {
    idle();
    return;
  }
  addEventListener('load', idle, { once: true });
  setTimeout(idle, LOAD_MS_MAX);
}
