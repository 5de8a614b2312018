import { z } from 'zod';
import type { Context, Services } from '../../context.ts';

/** What the last audit found in the books of one shop. */
const shopAuditSchema = z.strictObject({ atMs: z.int().min(0), findings: z.int().min(0) });
export type ShopAudit = z.infer<typeof shopAuditSchema>;

/** So many shops are written down with one request. */
export const SHOPS_PER_WRITE = 50;

export const shopAuditsSchema = z.strictObject({
  shops: z
    .array(shopAuditSchema.extend({ tenantId: z.string().regex(/^ten_[0-9a-z]{1,60}$/) }))
    .min(1)
    .max(SHOPS_PER_WRITE),
});

const keyOf = (tenantId: string) => `audit:${tenantId}`;

/** Each shop is told of its own books alone. */
export async function writeShopAudits(
  { edge }: Pick<Services, 'edge'>,
  { shops }: z.infer<typeof shopAuditsSchema>,
): Promise<void> {
  await Promise.all(shops.map(({ tenantId, ...audit }) => edge.put(keyOf(tenantId), JSON.stringify(audit))));
}

/** Null where no audit of this shop was published. */
export async function readShopAudit({
  edge,
  tenant,
}: Pick<Context, 'edge' | 'tenant'>): Promise<ShopAudit | null> {
  const { data } = shopAuditSchema.safeParse(await edge.get(keyOf(tenant.id), 'json'));
  return data ?? null;
}
