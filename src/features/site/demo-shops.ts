import type { Services } from '../../context.ts';
import type { DemoShop } from '../../domain/site-page.ts';
import { readHostRecord } from '../tenants/host-record.ts';

/**
 * Which shops the product's own page may lead to: those of the configuration that are open. Elsewhere than here
 * anybody may have taken such a name. Asked of the edge alone, so that no page view reaches Postgres.
 */
export async function findDemoShops({
  ctx,
}: {
  ctx: Pick<Services, 'edge' | 'config'>;
}): Promise<DemoShop[]> {
  const { demoShops } = ctx.config;
  const found = await Promise.all(demoShops.map((shop) => readHostRecord(ctx, shop)));
  return demoShops.filter((_, position) => found[position]?.state === 'open');
}
