import type { Context } from '../../context.ts';
import { mallUrlOf } from '../tenants/answers.ts';
import { signingKeyAnswer } from './answers.ts';
import { selectOrigins, selectSigningKeys } from './queries.ts';
import type { WidgetSettings } from './schemas.ts';
import { audienceOf } from './token-rules.ts';

/** Everything that the console's page about the widget shows. */
export async function getWidgetSettings({ ctx }: { ctx: Context }): Promise<WidgetSettings> {
  const { config, tenant } = ctx;
  const [origins, keys] = await ctx.db.batch(tenant.id, [selectOrigins(ctx), selectSigningKeys(ctx)]);
  const site = `${config.scheme}://${config.rootHost}`;
  return {
    audience: audienceOf(tenant),
    scriptUrl: `${site}/widget.js`,
    previewUrl: `${mallUrlOf(config, tenant.slug)}widget/preview`,
    docsUrl: `${site}/docs/widget?mall=${tenant.slug}`,
    origins: origins.map(({ origin }) => origin),
    keys: keys.map(signingKeyAnswer),
  };
}
