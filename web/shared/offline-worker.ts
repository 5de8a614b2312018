/**
 * All that it does is say that there is no network: the page that says so is kept when it is installed,
 * with its style and script, and shown where a page could not be fetched. Nothing else is ever answered from here.
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
/** For a form whose sending was cut off: it may have arrived. */
const SENT_PAGE = '/offline?sent';

async function keep(): Promise<void> {
  const cache = await caches.open(KEPT);
  const page = await fetch(PAGE, { credentials: 'same-origin' });
  if (!page.ok) throw new Error(String(page.status));
  const html = await page.clone().text();
  const files = [...html.matchAll(/<(?:link rel="stylesheet" href|script src)="([^"]+)"/g)];
  await Promise.all([
    cache.put(PAGE, page),
    cache.addAll([SENT_PAGE, ...files.map(([, href]) => href ?? '')]),
  ]);
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

/**
 * Back to what answered a form: the browser wants its own copy, has kept none, and does not send the form again,
 * though the network is there. It is led to where the form stood, and that page is fetched as any other.
 */
function formOf({ referrer }: Request): string {
  return referrer.startsWith(`${worker.location.origin}/`) ? referrer : '/';
}

function askedAnew({ url, headers }: Request): Request {
  return new Request(url, { headers, credentials: 'same-origin', redirect: 'manual' });
}

worker.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => worker.skipWaiting()));
});
worker.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const isCopyWanted = request.mode === 'navigate' && request.cache === 'only-if-cached';
  if (isCopyWanted && request.method !== 'GET') {
    event.respondWith(Promise.resolve(Response.redirect(formOf(request), 303)));
    return;
  }
  const page = request.method === 'GET' ? PAGE : SENT_PAGE;
  const wanted = isCopyWanted ? askedAnew(request) : request;
  if (request.mode === 'navigate') event.respondWith(fetch(wanted).catch((failure) => kept(page, failure)));
  else if (request.destination === 'style' || request.destination === 'script')
    event.respondWith(fetch(request).catch((failure) => kept(request, failure)));
});
