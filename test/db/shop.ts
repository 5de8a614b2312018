import { type Connection, connectApp } from '../../src/db/client.ts';
import { type members, tenants } from '../../src/db/schema/index.ts';
import type { Db } from '../../src/db/tenant.ts';
import type { Theme } from '../../src/domain/shop.ts';
import type { TestDatabase } from '../support/database.ts';

/** How the Worker would reach this database as its application role. */
export function appConnection({ appUrl, endpointUrl }: TestDatabase): Connection {
  return { url: appUrl, localEndpoint: endpointUrl.replace(/\/sql$/, '') };
}

export const connectTo = (database: TestDatabase) => connectApp(appConnection(database));

const COLOURS = {
  main: '#000000',
  onMain: '#ffffff',
  page: '#ffffff',
  text: '#000000',
  accent: '#000000',
  accentText: '#000000',
};
const THEME: Theme = {
  layout: 'soft',
  light: COLOURS,
  dark: COLOURS,
  cornerPixels: 8,
  heading: 'sans',
};
const POINTS = { one: 'point', other: 'points' };

let serial = 0;

/** A tenant of its own for one test, under an id that nothing else has unless one is given. */
export async function openShop(db: Db, id?: string): Promise<{ tenantId: string; slug: string }> {
  serial += 1;
  const tenantId = id ?? `ten_${serial}`;
  const slug = `shop-${serial}`;
  await db.batch(tenantId, [
    db.build.insert(tenants).values({
      id: tenantId,
      slug,
      name: 'A shop',
      locale: 'en',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      industry: 'tea',
      state: 'building',
      region: null,
      contact: { phone: null, email: null, address: null },
      pointsName: { 'zh-CN': POINTS, 'zh-TW': POINTS, en: POINTS },
      theme: THEME,
      createdAtMs: 0,
      openedAtMs: null,
    }),
  ]);
  return { tenantId, slug };
}

/** A member to insert: only what a test is about needs saying. */
export function memberRow(tenantId: string, id: string, given: Partial<typeof members.$inferInsert> = {}) {
  return {
    tenantId,
    id,
    number: '00000001',
    displayName: '林小满',
    locale: 'zh-CN' as const,
    state: 'active' as const,
    createdAtMs: 1_772_323_200_123,
    ...given,
  };
}
