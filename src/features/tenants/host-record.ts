import type { Services, Tenant } from '../../context.ts';
import type { HostRecord } from '../publication/manifest.ts';

/** What the edge knows of a host: enough to answer for it without asking Postgres. */
type StoredHost = HostRecord & { tenant: Tenant };

const keyOf = (slug: string) => `host:${slug}`;

/** Every change of a shop that requests can see ends with this; other places see it within a minute. */
export async function writeHostRecord(
  { edge }: Pick<Services, 'edge'>,
  // When it closes stands in the snapshot, whose newest version always wins.
  { closing: _, ...tenant }: Tenant,
): Promise<void> {
  const record: StoredHost = { tenantId: tenant.id, state: tenant.state, tenant };
  await edge.put(keyOf(tenant.slug), JSON.stringify(record));
}

/** A host that its shop has left. */
export async function forgetHostRecord({ edge }: Pick<Services, 'edge'>, slug: string): Promise<void> {
  await edge.delete(keyOf(slug));
}

/** The shop of a host as the edge last heard; null sends the caller to Postgres. */
export async function readHostRecord({ edge }: Pick<Services, 'edge'>, slug: string): Promise<Tenant | null> {
  const record = await edge.get<Partial<StoredHost>>(keyOf(slug), 'json');
  return record?.tenant ?? null;
}
