import type { OpenShop } from './open-shop.ts';
import type { DemoPerson } from './shop.ts';
import type { Customer } from './trade.ts';
import type { Visitor } from './visitor.ts';

type Asked = NonNullable<DemoPerson['asks']>[number];

/** Writes to the shop on the mall's pages: asks something, or says which order's points she misses. */
export async function ask(
  { shop }: OpenShop,
  { customer, member, asked }: { customer: Customer; member: Visitor; asked: Asked },
): Promise<void> {
  const { handle } = customer.person;
  const form: Record<string, string> =
    'text' in asked
      ? { text: asked.text, idempotencyKey: `demo-${shop.slug}-${handle}-asks-${asked.hoursAgo}` }
      : { number: asked.missingOrder };
  const path = 'text' in asked ? '/help' : '/points/missing';
  const sent = await member.send(path, { form });
  if (sent.status !== 303 || sent.location?.includes('/sign-in'))
    throw new Error(`${handle} at ${shop.slug}: ${path} answered ${sent.status}`);
}
