import type { Industry } from '../../../src/domain/industry.ts';
import type { Locale } from '../../../src/domain/locale.ts';
import type { CloseTenantInput, ClosingAnswer } from '../../../src/features/tenants/schemas.ts';
import { read, write } from '../api/client.ts';
import type { Shop } from '../session/session.ts';

export type NewTenant = {
  name: string;
  slug: string;
  industry: Industry;
  currency: string;
  timeZone: string;
  locale: Locale;
};

export function createTenant(tenant: NewTenant, key: string): Promise<Shop> {
  return write('/tenants', { method: 'POST', body: tenant, key });
}

export type SlugAnswer = { free: boolean; reason: 'taken' | 'reserved' | 'malformed' | null };

export function checkSlug(slug: string, signal: AbortSignal): Promise<SlugAnswer> {
  return read(`/slugs/${encodeURIComponent(slug)}`, {}, signal);
}

/** What is left out stays as it is. */
export type TenantChanges = Partial<
  Pick<Shop, 'name' | 'locale' | 'timeZone' | 'contact' | 'currency'> & { industry: Industry }
>;

export function changeTenant(changes: TenantChanges, key: string): Promise<Shop> {
  return write('/tenant', { method: 'PATCH', body: changes, key });
}

/** Another address, for a mall that is not open yet. */
export function changeSlug(slug: string, key: string): Promise<Shop> {
  return write('/tenant/slug', { method: 'PUT', body: { slug }, key });
}

export function openMall(_input: null, key: string): Promise<Shop> {
  return write('/tenant/open', { method: 'POST', key });
}

export type { CloseTenantInput, ClosingAnswer };

export const CLOSING_KEY = ['closing'] as const;

export function readClosing(signal: AbortSignal): Promise<ClosingAnswer> {
  return read('/tenant/closing', {}, signal);
}

export function closeShop(input: CloseTenantInput, key: string): Promise<Shop> {
  return write('/tenant/closing', { method: 'POST', body: input, key });
}

/** Before the date it never happened; after it the shop is open again. */
export function takeBackClosing(_input: null, key: string): Promise<Shop> {
  return write('/tenant/closing/take-back', { method: 'POST', key });
}
