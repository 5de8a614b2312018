import type { Services, Tenant } from '../../context.ts';
import { readHostRecord } from '../tenants/host-record.ts';

/** Shops of the demo data. Where it was never loaded none of them is found, and nothing is shown. */
const DEMO_SLUGS = ['mianyu', 'mutang', 'lamplight'];

/** Which of them are open here: asked of the edge alone, so that no page view reaches Postgres. */
export async function findDemoShops({ ctx }: { ctx: Pick<Services, 'edge'> }): Promise<Tenant[]> {
  const found = await Promise.all(DEMO_SLUGS.map((slug) => readHostRecord(ctx, slug)));
  return found.filter((tenant): tenant is Tenant => tenant?.state === 'open');
}
