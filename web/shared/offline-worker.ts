/**
 * All that it does is say that there is no network: the page that says so is kept when it is installed,
 * with its style, and shown where a page could not be fetched. Nothing else is ever answered from here.
 */
type WorkerEvent = Event & {
  readonly request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
};
/** As much of a service worker's world as is used here: the library that has it all forbids a page's. */
type OfflineWorker = {
  location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate' | 'fetch', listener: (event: WorkerEvent) => void): void;
};

const worker = self as unknown as OfflineWorker;
const KEPT = `offline${worker.location.search}`;
const PAGE = '/offline';

async function keep(): Promise<void> {
  const cache = await caches.open(KEPT);
  const page = await fetch(PAGE, { credentials: 'same-origin' });
  if (!page.ok) throw new Error(String(page.status));
  const html = await page.clone().text();
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '');
  await Promise.all([cache.put(PAGE, page), cache.addAll(styles)]);
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
}

async function kept(request: Request | string, failure: unknown): Promise<Response> {
  const found = await caches.match(request);
  if (found) return found;
  throw failure;
}

worker.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => worker.skipWaiting()));
});
worker.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch((failure) => kept(PAGE, failure)));
  else if (request.destination === 'style')
    event.respondWith(fetch(request).catch((failure) => kept(request, failure)));
});
