import type { RememberedColumns } from './match-columns.ts';

const keyOf = (tenantId: string) => `import-columns:${tenantId}`;

/** What was chosen for columns before, on this device; nothing where the device keeps nothing. */
export function readRemembered(tenantId: string): RememberedColumns {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(tenantId)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as RememberedColumns) : {};
  } catch {
    return {};
  }
}

export function keepRemembered(tenantId: string, columns: RememberedColumns): void {
  try {
    localStorage.setItem(keyOf(tenantId), JSON.stringify(columns));
  } catch {
    // A device that keeps nothing asks again.
  }
}
