import type { Context } from '../../context.ts';
import { openText, sealText } from '../../lib/sealed-text.ts';
import { mallUrlOf } from '../tenants/answers.ts';

/** How long one address works; the screen asks for another before that. */
const PREVIEW_MS = 2 * 3_600_000;

type Scope = Pick<Context, 'clock' | 'config' | 'tenant'>;

const boundTo = ({ tenant }: Scope) => `design preview/${tenant.id}`;

/** The mall's address and the seal with which it draws itself by the draft, and until when. */
export async function designPreviewAddress(ctx: Scope): Promise<{ url: string; untilMs: number }> {
  const untilMs = ctx.clock.nowMs() + PREVIEW_MS;
  const token = await sealText(ctx.config.sessionSecret, String(untilMs), boundTo(ctx));
  const mall = mallUrlOf(ctx.config, ctx.tenant.slug);
  return { url: `${mall}?design=${encodeURIComponent(token)}`, untilMs };
}

/** Whether the token is this shop's and its time is not over. */
export async function isPreviewToken(ctx: Scope, token: string): Promise<boolean> {
  const text = await openText(ctx.config.sessionSecret, token, boundTo(ctx));
  return text !== null && Number(text) > ctx.clock.nowMs();
}
