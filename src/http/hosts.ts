export type HostKind =
  | { kind: 'site' }
  | { kind: 'console' }
  | { kind: 'api' }
  | { kind: 'mall'; slug: string }
  | { kind: 'unknown' };

/** Which part of the product answers on a host (with its port), given the root host. */
export function hostKind(host: string, rootHost: string): HostKind {
  const name = host.toLowerCase();
  if (name === rootHost) return { kind: 'site' };
  if (!name.endsWith(`.${rootHost}`)) return { kind: 'unknown' };
  const label = name.slice(0, -rootHost.length - 1);
  if (label === 'console') return { kind: 'console' };
  if (label === 'api') return { kind: 'api' };
  // A label with a dot is two levels deep: no certificate covers it and no shop has it.
  return /^[a-z0-9-]{1,63}$/.test(label) ? { kind: 'mall', slug: label } : { kind: 'unknown' };
}
