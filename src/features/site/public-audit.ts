import { z } from 'zod';
import type { Services } from '../../context.ts';

/** What the last audit of everything has found, as anyone may read it. */
export const publicAuditSchema = z.strictObject({
  atMs: z.int().min(0),
  shops: z.int().min(0),
  accounts: z.int().min(0),
  entries: z.int().min(0),
  findings: z.int().min(0),
});
export type PublicAudit = z.infer<typeof publicAuditSchema>;

const KEY = 'site:audit';
type Edge = Pick<Services, 'edge'>;

/** Kept at the edge: the page that tells of it asks no database. */
export async function writePublicAudit({ edge }: Edge, audit: PublicAudit): Promise<void> {
  await edge.put(KEY, JSON.stringify(audit));
}

/** Null where nobody has published one: then nothing is said. */
export async function readPublicAudit({ edge }: Edge): Promise<PublicAudit | null> {
  const { data } = publicAuditSchema.safeParse(await edge.get(KEY, 'json'));
  return data ?? null;
}
