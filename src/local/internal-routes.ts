import { z } from 'zod';
import { accountClient } from '../account/client.ts';
import { shopAuditsSchema, writeShopAudits } from '../features/home/shop-audit.ts';
import { publicAuditSchema, writePublicAudit } from '../features/site/public-audit.ts';
import { findTenant } from '../features/tenants/find-tenant.ts';
import { AppError } from '../http/errors.ts';
import { jsonRoutes } from '../http/host-app.ts';
import { equalInConstantTime } from '../lib/hash.ts';
import { stockClient } from '../stock/client.ts';
import { bodyOf } from './body.ts';

const page = z.strictObject({ fromSeq: z.int().min(0), limit: z.int().min(1).max(1000) });
const part = z.strictObject({ cursor: z.string().nullable(), bytes: z.int().min(1) });
const question = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('exportState'), page: part.optional(), ...object() }),
  z.strictObject({ method: z.literal('overview'), ...object() }),
  z.strictObject({ method: z.literal('touch'), ...object() }),
  z.strictObject({ method: z.literal('exportJournal'), page, ...object() }),
]);

function object() {
  return { kind: z.enum(['account', 'stock']), tenantId: z.string().min(1), objectId: z.string().min(1) };
}

/**
 * What the audit and the repair commands ask objects from outside, with a token of their own. It
 * reads and touches; nothing about points or units can be changed here.
 */
export const internalRoutes = jsonRoutes();

internalRoutes.use('/__internal/*', async (c, next) => {
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  if (!equalInConstantTime(given, c.var.services.config.internalToken)) throw new AppError('unauthenticated');
  await next();
});

/** What an audit found, for the product's own page to tell. */
internalRoutes.post('/__internal/audit', async (c) => {
  await writePublicAudit(c.var.services, await bodyOf(c, publicAuditSchema));
  return c.body(null, 204);
});

/** What it found in the books of each shop, for the shop's own Home to tell. */
internalRoutes.post('/__internal/shop-audits', async (c) => {
  await writeShopAudits(c.var.services, await bodyOf(c, shopAuditsSchema));
  return c.body(null, 204);
});

internalRoutes.post('/__internal/objects', async (c) => {
  const { services } = c.var;
  const asked = await bodyOf(c, question);
  const { kind, tenantId, objectId } = asked;
  const tenant = await findTenant({ ctx: services, input: { tenantId } });
  const place = { tenantId, region: tenant?.region ?? null };
  const target =
    kind === 'account'
      ? accountClient({ namespace: c.env.ACCOUNT, ...place }).of(objectId)
      : stockClient({ namespace: c.env.STOCK, ...place }).of(objectId);
  switch (asked.method) {
    case 'exportState':
      return c.json(await target.exportState(asked.page));
    case 'overview':
      return c.json(await target.overview());
    case 'touch':
      return c.json(await target.touch());
    case 'exportJournal':
      return c.json(await target.exportJournal(asked.page));
  }
});
