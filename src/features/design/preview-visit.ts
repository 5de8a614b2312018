import type { Context } from '../../context.ts';
import { designedBy } from '../publication/build-manifest.ts';
import type { MallManifest } from '../publication/manifest.ts';
import { getDesign } from './get-design.ts';
import { isPreviewToken } from './preview-token.ts';
import { SAMPLE_MEMBER, sampleAccounts } from './sample-account.ts';
import { withSample } from './sample-mall.ts';

const TOKEN_CHARACTERS_MAX = 500;

/** What an address asks to be shown: the seal of the console, to whom, in which colours. */
export type PreviewQuery = {
  design: string | undefined;
  as: string | undefined;
  scheme: string | undefined;
};

/** What a page is drawn from in place of the published mall and its reader. */
export type DesignPreview = {
  ctx: Context;
  manifest: MallManifest;
  styleHref: string;
  themeHref: string;
};

/**
 * The mall as the draft would have it, for an address that the console sealed; null for any other, which then
 * shows the mall as it is. The member is a sample: her account is nobody's.
 */
export async function designPreview(
  ctx: Context,
  manifest: MallManifest,
  { design: token = '', as, scheme }: PreviewQuery,
): Promise<DesignPreview | null> {
  if (token === '' || !(await isPreviewToken(ctx, token.slice(0, TOKEN_CHARACTERS_MAX)))) return null;
  const state = await getDesign({ ctx });
  if (!state.ok) return null;
  const { draft, draftVersion, sample } = state.value;
  const drafted = designedBy(draft);
  const colours = scheme === 'dark' ? 'dark' : 'light';
  const query = new URLSearchParams({ design: token, scheme: colours, v: draftVersion });
  return {
    ctx: {
      ...ctx,
      tenant: { ...ctx.tenant, pointsName: drafted.pointsName },
      actor: as === 'member' ? SAMPLE_MEMBER : { kind: 'visitor' },
      accounts: sampleAccounts(ctx.clock.nowMs()),
    },
    manifest: { ...withSample(manifest, sample, ctx.clock.nowMs()), ...drafted },
    styleHref: `/design/style.css?layout=${draft.theme.layout}&scheme=${colours}`,
    themeHref: `/design/theme.css?${query}`,
  };
}
