import type { ObjectKind } from '../domain/journal.ts';

/** What an object is: its kind, and the tenant and id that its name is made of. */
export type ObjectAddress = { kind: ObjectKind; tenantId: string; objectId: string };

/** The name under which an object is found; the tenant in front keeps tenants' objects apart. */
export function objectName(tenantId: string, objectId: string): string {
  return `${tenantId}/${objectId}`;
}

/** The address in a name, or null where the name is not one of ours. */
export function parseObjectName(kind: ObjectKind, name: string | undefined): ObjectAddress | null {
  const [tenantId, objectId, ...rest] = name?.split('/') ?? [];
  return tenantId && objectId && rest.length === 0 ? { kind, tenantId, objectId } : null;
}
