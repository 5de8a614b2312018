import type { Context } from '../../context.ts';

/** The row that a sealed secret belongs to, for `sealText` and `openText`. */
export function sealedIn({ tenant }: Pick<Context, 'tenant'>, kid: string): string {
  return `signing_keys/${tenant.id}/${kid}`;
}
