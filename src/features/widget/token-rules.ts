import type { Tenant } from '../../context.ts';

/** What `aud` of a signed token must say: which mall it opens. */
export function audienceOf({ slug }: Pick<Tenant, 'slug'>): string {
  return `pointmall:${slug}`;
}
