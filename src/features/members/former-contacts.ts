import type { Context } from '../../context.ts';
import { hmacBase64Url } from '../../lib/hash.ts';
import type { Identifiers } from './queries.ts';

/**
 * What the shop keeps of the contacts of a closed account: of each a hash under the installation's
 * secret. Whoever has the contact finds it again; from the hash nobody reads the contact.
 */
export function contactHashes(
  { config, tenant }: Pick<Context, 'config' | 'tenant'>,
  identifiers: Identifiers,
): string[] {
  return (['phone', 'email', 'externalId'] as const).flatMap((kind) => {
    const contact = identifiers[kind];
    if (contact === null) return [];
    return [hmacBase64Url(config.sessionSecret, `former/${tenant.id}/${kind}/${contact}`)];
  });
}
