import type { Tenant } from '../../context.ts';
import type { MallManifest } from './manifest.ts';

/** The shop of a mall's host, closing as the newest snapshot says: beside the host nothing is known of it. */
export function tenantPublished(tenant: Tenant, manifest: MallManifest): Tenant {
  const { closing: _, ...rest } = tenant;
  const { closing } = manifest.tenant;
  return closing ? { ...rest, closing } : rest;
}
