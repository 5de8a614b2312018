import type { MessageView } from '../../../web/mall/message-page.tsx';
import { wordsOf } from './pages.tsx';
import type { Visit } from './visit.ts';

/** What stays for members of a closed shop: what is theirs, the way in and out, and how to reach the shop. */
const KEPT =
  /^\/(member-card|offline|points|help|me|privacy|terms|consent|redemptions|v|c|sign-in|sign-out)(\/|$)/;

export function isKeptOpen(path: string): boolean {
  return KEPT.test(path);
}

/** What every other page of a closed shop says: since when, and where a member finds what is hers. */
export function closedView({ ctx, signedIn }: Pick<Visit, 'ctx' | 'signedIn'>): MessageView {
  const { t, format, nowMs } = wordsOf({ ctx });
  const { name, closing } = ctx.tenant;
  const date = format.lastDay(closing?.closesAtMs ?? nowMs, nowMs);
  return {
    title: t('closing.closedTitle', { shop: name }),
    text: t('closing.closed', { date }),
    requestId: null,
    action: signedIn
      ? { href: '/me', label: t('closing.own') }
      : { href: '/sign-in?to=%2Fme', label: t('closing.signIn') },
  };
}
