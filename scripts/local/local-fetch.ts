import { request } from 'node:http';

/**
 * `fetch` for addresses below localhost: Node cannot look up `shop.localhost`, so this dials
 * 127.0.0.1 and says the name in the Host header. Redirects are handed back, not followed. With
 * `timeoutMs` a silent server counts as gone.
 */
export function localFetch(
  address: string | URL,
  init: {
    method?: string;
    headers?: Record<string, string>;
    body?: string | Uint8Array;
    timeoutMs?: number;
  } = {},
): Promise<Response> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: url.port || 80,
        method: init.method ?? 'GET',
        path: url.pathname + url.search,
        headers: {
          ...init.headers,
          host: url.host,
          ...(init.body !== undefined && { 'content-length': Buffer.byteLength(init.body) }),
        },
        // A connection kept from before a restart would be a dead one.
        agent: false,
      },
      async (incoming) => {
        try {
          const chunks: Buffer[] = [];
          for await (const chunk of incoming) chunks.push(chunk);
          const headers = new Headers();
          for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
            headers.append(incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '');
          }
          const status = incoming.statusCode ?? 0;
          const empty = status === 204 || status === 304;
          resolve(new Response(empty ? null : Buffer.concat(chunks), { status, headers }));
        } catch (error) {
          reject(error);
        }
      },
    );
    outgoing.once('error', reject);
    if (init.timeoutMs !== undefined) {
      outgoing.setTimeout(init.timeoutMs, () => outgoing.destroy(new Error('no answer in time')));
    }
    outgoing.end(init.body);
  });
}
