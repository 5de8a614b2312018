import { accountLinkEndpoints } from './account-links.ts';
import { accountEndpoints } from './accounts.ts';
import type { Endpoint } from './context.ts';
import { disputeEndpoints } from './disputes.ts';
import { StripeError } from './error.ts';
import { eventEndpoints } from './event-endpoints.ts';
import { feeEndpoints } from './fees.ts';
import { paymentEndpoints } from './payments.ts';
import { refundEndpoints } from './refunds.ts';
import { sessionEndpoints } from './sessions.ts';

const routes = [
  ...accountEndpoints,
  ...accountLinkEndpoints,
  ...sessionEndpoints,
  ...paymentEndpoints,
  ...refundEndpoints,
  ...disputeEndpoints,
  ...feeEndpoints,
  ...eventEndpoints,
].map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replaceAll(/:\w+/g, '([^/]+)')}$`),
}));

/** The endpoint of a request and the ids in its path. */
export function endpointFor(method: string, path: string): { endpoint: Endpoint; ids: string[] } {
  for (const { endpoint, pattern } of routes) {
    const match = endpoint.method === method && pattern.exec(path);
    if (match) return { endpoint, ids: match.slice(1).map(decodeURIComponent) };
  }
  throw new StripeError(404, `Unrecognized request URL (${method}: ${path}).`);
}
