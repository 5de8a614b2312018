import type { Context } from '../../context.ts';
import { openText, sealText } from '../../lib/sealed-text.ts';
import { mallUrlOf } from '../tenants/answers.ts';

/** How long a way into the preview works, and whoever took it may look around. */
const PREVIEW_MS = 24 * 3_600_000;

type Scope = Pick<Context, 'clock' | 'config' | 'tenant'>;

const boundTo = ({ tenant }: Scope) => `mall preview/${tenant.id}`;

/** Pages that the way in may lead to; home without one. */
export const PREVIEW_PAGES = ['terms', 'privacy', 'rules'] as const;

/** The address at which a mall that is not open yet shows itself to whoever has it, for a day. */
export async function previewAddress(ctx: Scope, page = ''): Promise<string> {
  const untilMs = ctx.clock.nowMs() + PREVIEW_MS;
  const token = await sealText(ctx.config.sessionSecret, String(untilMs), boundTo(ctx));
  return `${mallUrlOf(ctx.config, ctx.tenant.slug)}preview?token=${encodeURIComponent(token)}${page && `&page=${page}`}`;
}

/** Until when the token lets look around; null where it is over, another shop's or none of ours. */
export async function readPreviewToken(ctx: Scope, token: string): Promise<number | null> {
  const text = await openText(ctx.config.sessionSecret, token, boundTo(ctx));
  return text === null ? null : stillAhead(ctx, text);
}

/** The moment that a text names, while it is still to come. */
export function stillAhead({ clock }: Pick<Context, 'clock'>, text: string): number | null {
  const untilMs = Number(text);
  return Number.isSafeInteger(untilMs) && untilMs > clock.nowMs() ? untilMs : null;
}
