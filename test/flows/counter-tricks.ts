import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { signatureOf, stepAt, unsignedCode } from '../../src/domain/member-code/turning-code.ts';
import { derivedKey } from '../../src/lib/derived-key.ts';
import { hmacSha256 } from '../../src/lib/hash.ts';
import type { serverAt } from '../support/server.ts';

type Server = ReturnType<typeof serverAt>;
type Shown = { tenantId: string; number: string; minutesAgo: number };

/** A code as a shop's mall showed it so long ago: signed by this server, for that shop. */
export function turningCode({ stateFolder }: Server, { tenantId, number, minutesAgo }: Shown): string {
  const { sessionSecret } = JSON.parse(readFileSync(join(stateFolder, 'secrets.json'), 'utf8'));
  const unsigned = unsignedCode({ number, isProved: true, step: stepAt(Date.now()) - minutesAgo });
  const key = derivedKey(sessionSecret, `member code/${tenantId}`);
  return `${unsigned}${signatureOf(hmacSha256(key, unsigned))}`;
}

/**
 * The first request there takes effect, and its answer is lost on the way; later ones are answered. Gives the
 * key of each as it is sent.
 */
export async function loseFirstAnswer(page: Page, server: Server, address: string) {
  const sent: (string | undefined)[] = [];
  await page.route(address, async (route) => {
    const request = route.request();
    const headers = await request.allHeaders();
    const isFirst = sent.push(headers['idempotency-key']) === 1;
    const body = request.postData() ?? '';
    const answer = await server.fetch(request.url(), { method: request.method(), headers, body });
    const { status } = answer;
    const text = await answer.text();
    await (isFirst ? route.abort('connectionreset') : route.fulfill({ status, body: text }));
  });
  return sent;
}

/** Scripts and styles that came over the network for the page that stands there. */
export const filesFetched = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => (entry as PerformanceResourceTiming).transferSize > 0)
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => !path.startsWith('/api/')),
  );
