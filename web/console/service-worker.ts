/**
 * The counter opens without a network: its page and the files that it loaded are kept on the device. Everything
 * else goes to the server as ever; no answer of the API is kept here.
 */
type WorkerEvent = Event & {
  readonly request: Request;
  readonly data: unknown;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
};
/** As much of a service worker's world as is used here: the library that has it all forbids a page's. */
type CounterWorker = {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(
    kind: 'install' | 'activate' | 'fetch' | 'message',
    listener: (event: WorkerEvent) => void,
  ): void;
};

const worker = self as unknown as CounterWorker;
const KEPT = 'counter';
const PAGE = '/counter';
/** A network that takes longer for the page is none to somebody with a queue. */
const PAGE_WAITS_MS = 3_000;

async function keepPage(page: Response): Promise<void> {
  if (page.ok && !page.redirected) await (await caches.open(KEPT)).put(PAGE, page);
}

/** The page as the server has it; as it is kept where there is no answer. */
async function counterPage(request: Request): Promise<Response> {
  const kept = await caches.match(PAGE);
  const fresh = fetch(request).then(async (page) => {
    await keepPage(page.clone());
    return page;
  });
  if (!kept) return fresh;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PAGE_WAITS_MS));
  return Promise.race([fresh.catch(() => kept), late]);
}

/** Exactly these files are kept: what an older build left goes. */
async function keepFiles(files: readonly string[]): Promise<void> {
  const cache = await caches.open(KEPT);
  const kept = (await cache.keys()).map(({ url }) => url).filter((url) => url.includes('/assets/'));
  await Promise.all([
    ...files.filter((file) => !kept.includes(file)).map((file) => cache.add(file).catch(() => {})),
    ...kept.filter((url) => !files.includes(url)).map((url) => cache.delete(url)),
  ]);
}

worker.addEventListener('install', (event) => {
  event.waitUntil(
    fetch(PAGE, { credentials: 'same-origin' })
      .then(keepPage)
      .then(() => worker.skipWaiting()),
  );
});
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  const { data } = event;
  if (Array.isArray(data)) event.waitUntil(keepFiles(data.map(String)));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(counterPage(request));
  else if (request.method === 'GET' && pathname.startsWith('/assets/'))
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});

// A module of its own: its names are nobody else's.
export {};
